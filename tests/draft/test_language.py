"""The language is told by script and by common words."""

import pytest

from briefdeck.draft.language import detect_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The river floods the town in spring, and the people move to the hills.", "en"),
        ("El río inunda la ciudad en primavera y la gente se va a las colinas.", "es"),
        ("La rivière inonde la ville au printemps et les gens vont dans les collines.", "fr"),
        ("Der Fluss überflutet im Frühling die Stadt, und die Leute ziehen auf die Hügel.", "de"),
        ("O rio inunda a cidade na primavera e as pessoas vão para as colinas.", "pt"),
        ("Река затопляет город весной, и люди уходят на холмы, это бывает часто, говорят вы.", "ru"),
        ("Річка затоплює місто навесні, і люди йдуть на пагорби.", "uk"),
        ("नदी वसंत में शहर में बाढ़ लाती है।", "hi"),
        ("নদী বসন্তে শহর প্লাবিত করে।", "bn"),
        ("நதி வசந்த காலத்தில் நகரத்தை மூழ்கடிக்கிறது.", "ta"),
        ("يفيض النهر في الربيع ويذهب الناس إلى التلال.", "ar"),
        ("川は春に町をあふれさせる。", "ja"),
        ("河流在春天淹没城市。", "zh"),
        ("강은 봄에 도시를 물에 잠기게 하고 사람들은 언덕으로 갑니다.", "ko"),
        ("漢江은 봄에 도시를 물에 잠기게 합니다.", "ko"),
        ("הנהר מציף את העיר באביב, והאנשים עולים אל הגבעות.", "he"),
        ("แม่น้ำท่วมเมืองในฤดูใบไม้ผลิ", "th"),
        ("Ο ποταμός πλημμυρίζει την πόλη την άνοιξη.", "el"),
        ("Con sông làm ngập thành phố vào mùa xuân.", "vi"),
        ("నది వసంతకాలంలో పట్టణాన్ని ముంచెత్తుతుంది.", "te"),
        ("ನದಿಯು ವಸಂತಕಾಲದಲ್ಲಿ ಪಟ್ಟಣವನ್ನು ಮುಳುಗಿಸುತ್ತದೆ.", "kn"),
        ("നദി വസന്തത്തിൽ നഗരത്തെ മുക്കുന്നു.", "ml"),
        ("નદી વસંતમાં શહેરને ડુબાડે છે.", "gu"),
        ("ਦਰਿਆ ਬਸੰਤ ਵਿੱਚ ਸ਼ਹਿਰ ਨੂੰ ਡੋਬ ਦਿੰਦਾ ਹੈ।", "pa"),
        ("Գետը գարնանը հեղեղում է քաղաքը։", "hy"),
        ("მდინარე გაზაფხულზე ტბორავს ქალაქს.", "ka"),
        ("Il fiume allaga la città in primavera e la gente va sulle colline, che sono vicine.", "it"),
        ("De rivier overstroomt de stad in het voorjaar en de mensen gaan naar de heuvels.", "nl"),
        ("Rzeka zalewa miasto na wiosnę i ludzie idą na wzgórza, które nie są daleko.", "pl"),
        ("Nehir ilkbaharda şehri basar ve insanlar tepelere gider, bu çok sık olur.", "tr"),
        ("Dòng sông làm ngập thành phố vào mùa xuân và người dân lên đồi, đó là những ngọn đồi.", "vi"),
        ("Sungai itu membanjiri kota dan orang-orang pergi ke bukit yang tidak jauh dari kota.", "id"),
        ("Râul inundă orașul în primăvară și oamenii merg pe dealuri, care nu sunt departe.", "ro"),
        ("Floden svämmar över staden på våren och folk går till kullarna som inte är långt bort.", "sv"),
        ("Řeka na jaře zaplaví město a lidé jdou do kopců, které jsou blízko.", "cs"),
        ("강은 봄에 도시를 물에 잠기게 하고 사람들은 언덕으로 간다.", "ko"),
        ("Ο ποταμός πλημμυρίζει την πόλη την άνοιξη.", "el"),
        ("נהר מציף את העיר באביב.", "he"),
        ("แม่น้ำท่วมเมืองในฤดูใบไม้ผลิ", "th"),
        ("నది వసంతకాలంలో పట్టణాన్ని ముంచెత్తుతుంది.", "te"),
        ("નદી વસંતમાં શહેરને ડુબાડે છે.", "gu"),
        ("नदी वसंत ऋतूत शहरात पूर आणते आणि लोक डोंगरावर जातात; हे नेहमीचे आहे.", "mr"),
        ("رودخانه در بهار شهر را می‌گیرد و مردم به تپه‌ها می‌روند که از شهر دور است.", "fa"),
        ("دریا بہار میں شہر کو ڈبو دیتا ہے اور لوگ پہاڑوں پر جاتے ہیں۔", "ur"),
        ("DNA RNA", "en"),
        ("", "en"),
    ],
)
def test_each_language_is_known(text, lang):
    assert detect_language([text]) == lang


def test_a_foreign_name_does_not_turn_the_note():
    assert detect_language(["The Greek word φῶς and the Hindi word जल are in the list of the lesson."]) == "en"
    names = "Đặng Thị Ngọc Thịnh and Nguyễn Ái Quốc were leaders of Vietnam in the last century."
    assert detect_language([names]) == "en"
