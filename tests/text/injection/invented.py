"""Invented articles in Chinese and English, of which every rule has nothing to find."""

STORY = (
    "石桥镇的老磨坊今年春天重新转动，镇上的木匠花了四个月修好了水轮。木匠说最难的是找到合适的橡木。",
    "磨坊建于一百多年前，曾经为附近六个村子磨面。后来电机取代了水轮，这里就关了门，院子里长满了草。",
    "志愿者把拆下来的零件一件件编号，冬天在仓库里打磨。有的零件已经锈得看不出原样，只好照着旧照片重做。",
    "第一袋面粉送给了镇上的小学，孩子们用它烤了面包。校长说下个月还会带学生来参观，让他们写一篇日记。",
    "游客可以在周末看水轮转动，门票收入用来维护水渠。镇里还打算恢复旁边的榨油坊，正在寻找懂行的老人。",
)
TITLE = "石桥镇老磨坊时隔多年重新转动"
ENGLISH = (
    "The old mill at Stonebridge turned again this spring after a carpenter spent four months on its wheel.",
    "It was built more than a century ago and ground flour for six villages until electric motors came.",
    "Volunteers numbered every part they took out and polished them in a barn through the winter.",
    "The first sack of flour went to the school, where children baked bread with it on Friday.",
)
BAKERY = (
    "The mill on the east bank had been shut for years when the council let it to a young baker.",
    "She mended the wheel with oak from a barn, and the first loaves went to the school across the road.",
    "Nobody in the street had smelled bread before sunrise since the old owner died of a fever.",
    "The baker sleeps above the stones and says the noise of the water is what wakes her when it stops.",
)
