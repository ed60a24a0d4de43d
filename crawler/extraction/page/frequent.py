"""How much a text looks like text: the share of its letters that are frequent in some language."""

import re

_HANZI = (
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成"
    "只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进"
    "此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门"
    "利海受听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神记处让母父应直字场平报友关放至张认接告入笑内英军候民岁往何度山觉"
    "路带万男边风解叫任金快原吃妈变通师立象数四失满战远格士音轻目条呢市业务建设展社会政府会议党委产推改革发今昨记者据报道称表示央视网络资"
    "們這個來時說國著裡後過對學麼發當沒還樣種開總從無現動頭經長兒愛給間兩親進話與見問點幾實聲車書氣並別電門體卻員許寫馬難樂東處讓應場報關張認"
    "萬邊風媽變師數滿戰遠輕條務業設會議黨產記據稱網資讯訊灣臺港陸華歲軍覺帶專選區連結構開始內閣總統議員選舉黨團"
    "々〇本的日人年大国会中者事出行社時分同間自前手学地合業立生新東対場全定回長部方発小議見女内最問通力理市月県政府市民電話放送"
)
_PUNCTUATION = "。，、；：？！“”‘’（）《》「」『』【】…—－·．〉〈　，–’®©°»«•→"
_HANGUL = "이다는에의을가를고하지도로기사은한리자어시서나인대해아그정있수과부일전주보스여장라제상것조구원만들으동국계신공면성연게야오적소비위진화안치니관선유거네요없드당우무경습말합음장개업통세문단트미용방학생각날년월"
_CYRILLIC = "оеаинтсрвлкмдпуяё"
_GREEK = "αοιετσνηυρπκςάέίόή"
_HEBREW = "יוהלאתרמבשנםדח"
_ARABIC = "اليمونرتبةعدسفهكأقحجىإشصطخپچگکی،"
_THAI = "านรกเงอมยวลทสตะปหคดบไพช่้ัิีุูำแ็"
_LATIN = "éèêàâçôîûùëïœæüöäßñáíóúãõåøšžčřěýůğışçąęłżźćńśőűțăș"

_WIDE = "".join(sorted(set(_HANZI + _PUNCTUATION + _HANGUL)))
_NARROW = _CYRILLIC + _GREEK + _HEBREW + _ARABIC + _THAI
# Letters of the other alphabets stand in words of their own, accented Latin letters alone among plain ones.
_FREQUENT = re.compile(
    f"[ぁ-んァ-ヶー{_WIDE}]"
    f"|(?<=[^\\x00-\\x7f])[{_NARROW}]|[{_NARROW}](?=[^\\x00-\\x7f])"
    f"|(?<![^\\x00-\\x7f])[{_LATIN}](?![^\\x00-\\x7f])"
)
_BROKEN = re.compile("[\ufffd\x80-\x9f\ue000-\uf8ff｡-ﾟ]")
_FOREIGN = re.compile("[^\x00-\x7f]")


def plausibility(text: str) -> float:
    """Give how likely a decoded sample is text: about 0.6 to 1 for the right charset, below 0.45 for a wrong one.

    It is the share of frequent characters (of Chinese, Japanese, Korean, Russian, Greek, Hebrew, Arabic, Thai and the
    Latin languages) among those outside ASCII, less twice the share of characters that no text holds.
    """
    foreign = len(_FOREIGN.findall(text))
    if not foreign:
        return 0.0
    return (len(_FREQUENT.findall(text)) - 2 * len(_BROKEN.findall(text))) / foreign
