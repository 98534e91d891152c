"""Words that open a statement and of which it is known whether they keep their capital in the middle of a question."""

from __future__ import annotations

from briefdeck.draft.words import word_set

NO_NAMES = word_set(
    "women men people children students pupils teachers parents workers farmers doctors soldiers citizens villagers "
    "adults girls boys families schools villages towns cities countries states nations governments companies shops "
    "banks markets factories farms fields rivers lakes seas oceans mountains forests trees plants leaves roots seeds "
    "flowers fruits crops animals birds fish insects bees cows dogs cats cells bacteria viruses genes proteins "
    "enzymes muscles bones lungs hearts diseases drugs vaccines foods prices taxes wages profits costs goods rents "
    "debts loans jobs trades wars battles armies treaties rights laws rules courts judges elections votes voters "
    "parties protests strikes reforms plans projects programmes machines computers phones games books letters words "
    "poems stories plays films songs pictures maps numbers metals acids salts gases liquids solids atoms ions "
    "molecules waves planets stars clouds winds rains storms floods droughts earthquakes volcanoes rocks soils "
    "deserts glaciers years months weeks days hours weapons ships trains cars roads bridges houses homes water air "
    "energy heat light sound food money trade land soil rain snow ice steam sugar salt starch milk bread rice wheat "
    "cotton wool iron steel coal oil gas glass paper wood plastic power data software research work labour blood "
    "oxygen carbon nitrogen hydrogen carbohydrate sunlight sweat sleep memory health agriculture industry poverty "
    "inflation pollution traffic tourism farming fishing mining waste housing hands nurses patients wounds dressings "
    "bandages filters users attackers criminals hackers passwords builders athletes runners players coaches bakers "
    "cooks chefs customers consumers producers sellers buyers firms investors lenders borrowers employers employees "
    "managers monopolies tariffs subsidies contracts offers witnesses lawyers victims prisoners refugees migrants "
    "immigrants settlers slaves peasants landlords merchants traders craftsmen monks priests kings queens princes "
    "nobles officers sailors pilots drivers passengers engineers scientists researchers historians philosophers "
    "artists poets writers readers editors journalists critics audiences singers composers learners speakers "
    "sentences verbs nouns adjectives pronouns clauses paragraphs essays arguments examples experiments results "
    "models theories functions equations graphs triangles circles angles vectors matrices fractions primes integers "
    "electrons protons neutrons photons magnets currents circuits batteries wires lenses mirrors prisms alloys "
    "polymers catalysts bases indicators solvents crystals compounds mixtures neurons hormones tissues organs kidneys "
    "arteries veins antibodies antibiotics vitamins minerals carbohydrates fats sugars predators herbivores "
    "carnivores mammals reptiles amphibians fungi algae mosses ferns pollinators habitats ecosystems wetlands "
    "mangroves reefs tides monsoons cyclones tornadoes landslides dams canals wells pumps orchards tractors "
    "fertilisers fertilizers pesticides grains cereals vegetables dough yeast gluten flour"
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
