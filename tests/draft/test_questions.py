"""Questions are statements turned round; what would read badly is passed over."""

import pytest

from briefdeck.draft.outline import draft_outline
from briefdeck.draft.questions import ask, ordinary_words
from briefdeck.text.note import read_note


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "While such visits help, a real change of policy can’t happen without more openness.",
            "Why can’t a real change of policy happen without more openness?",
        ),
        (
            "The special understanding between the two countries has frayed, with both looking elsewhere.",
            "Why has the special understanding between the two countries frayed?",
        ),
        (
            "The first seven plans were criticised by many economists.",
            "Why were the first seven plans criticised by many economists?",
        ),
        (
            "Women did not get the right to vote until the end of the war.",
            "Why did women not get the right to vote until the end of the war?",
        ),
        (
            "Ceilings and floors have effects that nobody intended.",
            "Why do ceilings and floors have effects that nobody intended?",
        ),
        (
            "A price ceiling below equilibrium creates a shortage, as every student of rent control knows.",
            "Why does a price ceiling below equilibrium create a shortage?",
        ),
        (
            "India shifted from process patents to product patents in 2005.",
            "Why did India shift from process patents to product patents?",
        ),
        ("No student should stay at home for want of money.", "Why should no student stay at home for want of money?"),
        ("The total tenure cannot exceed six years.", "Why can the total tenure not exceed six years?"),
        (
            "The leaf is boiled in water because boiling kills its cells.",
            "Why is the leaf boiled in water?",
        ),
        (
            "Feudal dues were abolished and the lands of the Church were sold off.",
            "Why were feudal dues abolished?",
        ),
        (
            "The vapour condenses on tiny particles of dust and forms clouds.",
            "Why does the vapour condense on tiny particles of dust?",
        ),
        (
            "Steam keeps the crust soft during the first minutes and lets the loaf rise.",
            "Why does steam keep the crust soft during the first minutes?",
        ),
        ("Hands must be washed before and after.", "Why must hands be washed before and after?"),
        ("Many schools opposed the new law.", "Why did many schools oppose the new law?"),
        (
            "Ceilings and floors have unintended effects.",
            "Why do ceilings and floors have unintended effects?",
        ),
        (
            "Passengers fall forward when a bus stops suddenly.",
            "Why do passengers fall forward when a bus stops suddenly?",
        ),
    ],
)
def test_the_auxiliary_moves_to_the_front(sentence, question):
    asked = ask(sentence, frozenset({"women", "ceilings", "passengers", "feudal"}))
    assert asked is not None
    assert asked.text == question


@pytest.mark.parametrize(
    "sentence",
    [
        "Osmosis is the movement of water through a membrane.",
        "It has frayed over the last twenty years or so.",
        "The river floods the lower town every spring.",
        "Water is split and oxygen is released in the first step.",
        "The minister said that prices have doubled since the war.",
        "The school has three hundred pupils from four villages.",
        "Two types of maps are political and physical in nature.",
        "The way the network of the town is managed depends on its size.",
        "Each node with edges it is connected to and their weights.",
        "The processor we will use is the small one from the north.",
        "Discussion of issue 93 centred around whether the house should list all errors.",
        "The temple located at the river was built in 1026 by a king.",
        "Describe how the meeting of Thursday is going to work.",
        "The share in the south has fallen but in the west of the country it has increased.",
        "The old readers aren't the audience, the index is good for something else.",
        "The programmes has been started by the council of the town.",
        "Roy has added notes on how the program works. order is from top to bottom.",
        "eBay auctions were very popular with all the people at the time.",
        "The cell is active and grows continuously through the whole night.",
        "The forest house has taken our booking for two whole nights.",
        "The minor cannot ratify it on reaching the age of majority.",
        "The fair will be held on 22 April in the hall.",
        "the wound is deep or gaping on one side",
        "The starter is ready when a spoonful of it floats.",
        "The parents were both players of the national volleyball team.",
        "The damage caused by the flood of the river.",
        "The changes made the law weaker and raised the tax.",
        "USA has removed the quota on all textiles.",
        "The modulus of the beam is 210 in the units of the table.",
        "The period of the motion is given by the formula below.",
        "The board was governor under the old empire of the south.",
        "The leaf is not green because of water.",
        "The terrain is perhaps the best of the whole land.",
        "The form is based on the.",
        "Judges will come from two neighbouring schools.",
        "Import changes from the old store of the town.",
        "The latter is used by many of the schools.",
        "Critics point out that voters are often ignorant of the matter.",
    ],
)
def test_definitions_pronouns_and_double_statements_are_not_asked(sentence):
    assert ask(sentence) is None


def test_a_noun_that_opens_its_sentence_is_no_name():
    said = ["Performance is reviewed by a board of teachers every single year.", "India is visited by many travellers."]
    ordinary = ordinary_words(said)
    assert ask(said[0], ordinary).text.startswith("Why is performance reviewed")
    assert "india" not in ordinary


def test_a_word_that_only_ever_opens_sentences_may_be_a_name_or_none_and_is_not_asked():
    said = ["Example graphs are created by the team every year.", "The team draws Indian maps.", "Indian maps are sold"]
    assert ask(said[0], ordinary_words(said)) is None
    assert ask("Indian maps are loved by many teachers.", ordinary_words(said)).text.startswith("Why are Indian maps")


def test_a_noun_that_has_its_capital_elsewhere_is_a_name():
    said = ["Parliament is reviewed by nobody.", "The law says what Parliament can do."]
    assert "parliament" not in ordinary_words(said)


def test_what_a_note_calls_a_myth_is_not_asked():
    said = "Food\n\nMyth: The egg causes a weak heart.\n\nFact: The egg strengthens the heart."
    outline, _ = draft_outline(read_note(said.encode(), "food.txt")[0])
    assert [question.text for question in outline.questions] == ["Why does the egg strengthen the heart?"]


def test_a_countable_noun_without_its_article_and_a_name_like_a_noun_are_not_asked():
    ordinary = frozenset({"graph", "matching", "algorithm", "bill"})
    assert ask("Graph matching algorithm could return several matches from the store.", ordinary) is None
    assert ask("Bill Gates has founded a firm with the bill of a friend.", ordinary) is None
    assert ask("Graphs could return several matches from the store.", ordinary) is not None


def asked(note):
    return [question.text for question in draft_outline(read_note(note.encode(), "note.md")[0])[0].questions]


def test_headings_and_definitions_are_asked_about_where_no_statement_asks_why():
    assert asked(
        "# Market failure\n## Causes of market failure\n- pollution\n- monopolies\n## The role of the State\n- taxes\n"
        "- bans\n## Key idea\nAn externality is a cost or benefit that falls on a third party.\n"
    ) == [
        "What are the causes of market failure?",
        "What is the role of the State?",
        "What is an externality?",
    ]


def test_causes_alone_are_those_of_what_they_stand_under_and_a_title_may_ask_itself():
    note = "# Effects of the Great War\n## The famine\n### Causes\n- the blockade\n## Debt\n- bonds\n"
    assert asked(note) == ["What are the effects of the Great War?", "What are the causes of the famine?"]


def test_words_that_are_explained_are_asked_for():
    assert asked("# Key terms\n\nZat: the rank of an officer\nSawar: the horsemen of an officer\n") == [
        "What is meant by “Zat”?",
        "What is meant by “Sawar”?",
    ]


def test_nobody_is_asked_about_as_a_thing_and_nothing_without_its_article():
    assert asked("# The State\n## Ways out\n- talks\n## People\nThe President is the head of the State.\n") == []
    assert asked("# Graphs\n## Kinds\n- many\n## Trees\nUndirected tree is a graph that has no circle.\n") == []


def test_what_only_the_sentence_before_names_is_not_asked():
    assert ask("Builders use this to check the corners of a house.") is None
    assert ask("No bill can be introduced without his advice.") is None
    assert ask("A traveller comes to a fork in the wood.") is None


def test_rules_ask_for_their_reason_and_what_is_no_rule_does_not():
    note = "# Pressure ulcers\n## Care\n- Turn every 2 hours\n- Never massage red areas\n- Do not drag the patient up\n"
    assert asked(note) == ["Why should you never massage red areas?", "Why should you not drag the patient up?"]
    assert asked("# Shop\n## Hours\n- Never mind\n- Do not touch it\n- Never say that he was late\n") == []


def test_two_sides_are_weighed_only_when_they_stand_against_each_other():
    sides = "# Homework\n## {}\n- time\n- rest\n## {}\n- practice\n- habits\n"
    assert asked(sides.format("Benefits", "Drawbacks")) == ["Do the benefits outweigh the drawbacks?"]
    assert asked(sides.format("For", "Against")) == ["Which arguments are stronger, those for or those against?"]
    assert asked(sides.format("Benefits", "Timetable")) == []


def test_headings_are_asked_for_what_they_name():
    heading = "# The old world\n## {}\n- taxes\n- plague\n"
    assert asked(heading.format("Fall of Rome")) == ["What led to the fall of Rome?"]
    assert asked(heading.format("Factors that affect the rate")) == ["What factors affect the rate?"]
    assert asked(heading.format("Risk factors") + "- a risk of war\n") == ["What are the risk factors?"]
    assert asked(heading.format("Rawls features")) == []
    assert asked(heading.format("What is market failure")) == ["What is market failure?"]
    assert asked(heading.format("Inflation")) == ["What is meant by “Inflation”?"]
    assert asked(heading.format("Key features")) == []
    assert asked(heading.format("Introduction")) == []
    assert asked(heading.format("The fall")) == []


def test_a_saying_is_asked_about_with_its_speaker():
    note = "# Open courts\n## Why\n- taxes\n- trust\n\n“Sunlight is the best disinfectant” – Louis Brandeis\n"
    assert asked(note) == ["What did Louis Brandeis mean by “Sunlight is the best disinfectant”?"]


def test_an_only_question_of_the_note_has_made_ones_beside_it():
    note = "# Rain\n## Clouds\nA monsoon is a wind that changes with the season.\n\nDiscuss: why is it late?\n"
    assert asked(note) == ["why is it late?", "What is a monsoon?"]


def test_no_questions_are_made_beside_those_that_the_note_puts_to_the_class():
    note = "# Prices\n## Ceilings\nA price ceiling below equilibrium creates a shortage.\n## {}\n- {}\n- Who pays?\n"
    assert asked(note.format("Discussion questions", "Is it fair?") + "## Homework\n- page 4\n") == []
    assert asked(note.format("Money", "Is it fair?") + "## Homework\n- page 4\n") == [
        "Why does a price ceiling below equilibrium create a shortage?"
    ]


def test_a_heading_with_a_name_before_its_question_and_a_translation_are_not_asked():
    assert asked("# Spanish\n## Grammar: cuesta or cuestan?\n- el queso cuesta\n- los quesos cuestan\n") == []
    assert asked("# Vocabulary\n\nla manzana: the apple\nel queso: the cheese\nel pan: the bread\n") == []


@pytest.mark.parametrize(
    "sentence", ["Sleep is not a switch, it comes in cycles.", "Farmers take most of the rest."], ids=["two", "rest"]
)
def test_two_statements_and_a_rest_are_not_asked(sentence):
    assert ask(sentence) is None
