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
STORIES = {
    "老磨坊重新转动": "镇上的老磨坊今天重新转动，木匠用了四个月修好水轮。",
    "渡口添了新船": "西岸渡口昨天添了新船，船夫说一天能多跑六趟。",
    "小学种下果树": "山脚的小学今年种下果树，孩子们给每棵树写了名牌。",
    "夜校开了新课": "镇里的夜校开了新课，报名的人从门口排到桥头。",
    "集市搬到河边": "老集市下个月搬到河边，摊主们正在量新的摊位。",
    "邮差走了新路": "送信的邮差走了新路，比从前少翻一座山。",
    "灯塔换上新灯": "海角的灯塔换上新灯，渔民在二十里外就能看见。",
    "祠堂修好屋顶": "村里的祠堂修好屋顶，用的是旧窑烧出来的瓦。",
    "果农试种蓝莓": "坡上的果农试种蓝莓，头一年就收了两百斤。",
    "图书馆开到深夜": "县图书馆开到深夜，考试前座位总是坐满。",
    "羊群过了雪山": "牧民赶的羊群过了雪山，走了整整九天。",
    "石匠收了徒弟": "年过七十的石匠收了徒弟，先教他认石头的纹路。",
    "消防队添了水车": "城东消防队添了水车，开进窄巷也不用倒车。",
    "梨花开满山坡": "四月的梨花开满山坡，来拍照的人堵住了路口。",
    "码头装上吊机": "南边码头装上吊机，卸一船沙只要半天。",
    "茶厂烧起新炉": "停了三年的茶厂烧起新炉，头一锅茶送给了邻居。",
    "剧团下乡演出": "县剧团下乡演出，戏台就搭在打谷场上。",
    "水库放水浇田": "上游水库放水浇田，稻苗两天就转绿了。",
    "铁匠铺改成展馆": "关了门的铁匠铺改成展馆，风箱还能拉响。",
    "养蜂人迁往北坡": "花期一过，养蜂人迁往北坡，蜂箱装了三车。",
}
