"""Words that open a statement and of which it is known whether they keep their capital in the middle of a question."""

from __future__ import annotations

from briefdeck.draft.words import word_set

NO_NAMES = word_set(
    "women men people children students pupils teachers parents workers farmers doctors soldiers citizens villagers "
    "adults girls boys families schools villages towns cities countries states nations governments companies shops "
    "banks markets factories farms fields rivers lakes seas oceans mountains forests trees plants leaves roots seeds "
    "flowers fruits crops animals birds fish insects bees cows dogs cats cells bacteria viruses genes proteins enzymes "
    "muscles bones lungs hearts diseases drugs vaccines foods prices taxes wages profits costs goods rents debts loans "
    "jobs trades wars battles armies treaties rights laws rules courts judges elections votes voters parties "
    "protests strikes reforms plans projects programmes machines computers phones games books letters words "
    "poems stories plays films songs pictures maps numbers metals acids salts gases liquids solids atoms ions "
    "molecules waves planets stars clouds winds rains storms floods droughts earthquakes volcanoes rocks soils "
    "deserts glaciers years months weeks days hours weapons ships trains cars roads bridges houses homes "
    "water air energy heat light sound food money trade land soil rain snow ice steam sugar salt starch milk bread "
    "rice wheat cotton wool iron steel coal oil gas glass paper wood plastic power data software research work labour "
    "blood oxygen carbon nitrogen hydrogen carbohydrate sunlight sweat sleep memory health agriculture industry "
    "poverty inflation pollution traffic tourism farming fishing mining waste housing"
)

MASS = word_set(
    "water air energy heat light sound food money trade land soil rain snow ice steam sugar salt starch milk bread "
    "rice wheat cotton wool iron steel coal oil gas glass paper wood plastic power data software research work labour "
    "blood oxygen carbon nitrogen hydrogen sunlight sweat sleep memory health agriculture industry poverty inflation "
    "pollution traffic tourism waste society democracy parliament trust truth faith nature culture history time space "
    "growth demand supply production consumption evidence progress knowledge music art literature science technology "
    "equipment hardware bandwidth access speech freedom justice peace war love fear anger photosynthesis mitosis "
    "osmosis respiration evolution diffusion chlorophyll gravity friction pressure electricity magnetism"
)
"""Nouns in the singular that stand without an article."""

ALWAYS_NAMES = word_set(
    "india china britain france germany japan russia america england italy spain pakistan bangladesh nepal europe asia "
    "africa australia canada mexico brazil egypt turkey iran iraq israel poland greece austria sweden norway "
    "indian chinese british french german japanese russian american english italian spanish european asian african "
    "greek roman dutch soviet hindu muslim christian jewish buddhist sikh mughal ottoman portuguese irish "
    "scottish welsh latin arab persian indians chinese germans russians americans italians europeans asians africans "
    "greeks romans hindus muslims christians jews buddhists sikhs mughals ottomans arabs persians"
)
"""Names of lands and of those who live there: the commonest that a note opens a sentence with."""
