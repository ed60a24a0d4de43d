"""The forms of markup and templates that leak into text, by their syntax."""

import re

from pipelines.text.damage import HANZI

ELEMENTS = (
    "span|p|div|font|br|hr|wbr|img|strong|b|i|em|a|ins|del|center|section|article|main|header|footer|aside|nav|table|t[rdh]"
    "|thead|tbody|tfoot|caption|dl|dt|dd|h[1-6]|iframe|frame|script|noscript|style|ul|ol|li|u|sup|sub|s|strike|small|big"
    "|blockquote|pre|code|figure|figcaption|picture|label|button|input|form|select|option|video|audio|source|embed|object"
    "|param|svg|path|meta|link|nobr|tt|cite|q|abbr|mark|time|html|head|body|canvas|ruby|rt|marquee"
)
"""Names of HTML's elements, obsolete ones too."""
SHORTCODES = (
    "ad|ads|adsense|advert|advertisement|attach|attachment|audio|em|backcolor|cta|emoji|figure|font|indent|newpage|picture|sociallocker|align|button|caption|center|code|color|contact-form|divider|download|embed"
    "|endif|endfor|flash|float|footnote|form|gallery|hidden|hide|hr|iframe|img|image|index|justify|left|list|map|media|more"
    "|newline|nextpage|page|pagebreak|photo|player|playlist|poll|print|quote|readmore|read-more|reply|right|row|share"
    "|showcase|size|slider|slideshow|table|tabs?|toc|tweet|url|video|widget|youtube"
)
"""Names of shortcodes of content systems and of forums."""
MEDIA = (
    "图片|圖片|图|图集|动图|動圖|动态图|插图|配图|组图|視頻|视频|音频|音頻|音乐|音樂|语音|語音|表情|动画表情|附件|文件|广告|廣告|广告位|链接|鏈接|网页链接"
    "|位置|红包|小程序|名片|投票|超话|二维码|画像|写真|動画|音楽|사진|동영상|음악|фото|видео"
)
"""What a content system or an editor puts in brackets in the place of something that is not text."""
PICTURE = "图片|圖片|图|圖|图集|圖集|组图|動圖|动图|插图|配图|大图|附图"
"""Those that no column of a paper is called (`【视频】` may head a text)."""
ATTRIBUTE = r"""(?:class|style|src|href|alt|width|height|align|valign|border|target|rel|id|title|data-[\w-]{1,30}|on[a-z]{4,12}
      |bgcolor|cellpadding|cellspacing|color|face|size|lang|type|name|value)\s?=\s?(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|“[^”<>]{0,200}”)"""

PROPERTY = "(?:margin|padding|color|font|width|height|display|text|background|border|line|float|position|overflow|list)(?:-[a-z]{2,12}){0,2}"

# Each branch is bounded, so linear.
LEAK = re.compile(
    rf"""
      <!--[^<>]{{0,300}}-->? | <!--\[[^\[\]]{{0,80}}\]> | <!\[[^\[\]<>]{{0,80}}(?:\](?:--)?>|\[) | \]\]>
    | <\?(?:php|xml|=)[^<>?]{{0,300}}\?> | </?[\#@][a-z][^<>]{{0,100}}>
    | (?:<|＜|&(?:amp;){{0,2}}lt;)/?(?:{ELEMENTS})(?:\s(?![^<>=]{{0,80}}[{HANZI}][^<>=]{{0,80}}>)(?:[^<>&]|&(?!gt;|amp;)){{0,300}})?/?(?:>|＞|&(?:amp;){{0,2}}gt;)
    | </?[a-z][a-z0-9]{{0,20}}[-:][\w:-]{{1,30}}(?:\s[^<>]{{0,300}})?/?> | </[a-z][a-z0-9]{{0,20}}>
    | <[a-z][a-z0-9]{{0,20}}(?:\s{ATTRIBUTE}){{1,8}}\s?/?>?
    | </?(?:p|br|hr|div|span|img|font|strong|td|tr|li)(?=[{HANZI}]|\s*\Z) | (?<=[{HANZI}。，！？；])/(?:p|div|span|font|strong|td|tr|li|a|em|b)> | \A/(?:p|div|span|font|strong|td|tr|li|a|em|b)>
    | (?:\A|(?<=[{HANZI}。，！？；]))(?:a|p|em)>(?=[{HANZI}]|\s*\Z) | <(?:div|span|p|img|a|font|table|td)\s(?:class|style|src|href|id|align|width)=\s?(?=[{HANZI}]|\s|\Z)
    | (?<![\w<.-])(?:br|hr|div|span|font|strong|img|td|tr|li)(?:\s?/)?>(?!\s?\d)
    | [?<]?(?:img|span|font|div|p|a)\s(?:[a-z-]{{2,12}}\s?=\s?["'][^"'<>]{{0,200}}["']\s?){{1,8}}/?>   # its < eaten
    | (?<![\w<])(?:["']\s)?(?:{ATTRIBUTE}\s?){{1,8}}(?:/?>)? | ["']?\s?/>
    | \\u003c/?[a-z0-9]{{1,10}}\\u003e | \[em:\d{{1,4}}\] | (?:\\[nrt]){{2,20}} | (?:\\{{1,3}}(?:x[0-9a-f]{{2}}|u[0-9a-f]{{4}}|[nrtbf](?![a-z]))){{1,20}}(?:(?<=x0[da])\\)? | (?<![\w:\\])\\[nrt](?=(?-i:[A-Z]))
    | (?<=\\)x0[da]\\
    | \{{\{{\{{?[^{{}}]{{1,100}}\}}?\}}\}} | \{{%[^%{{}}]{{1,120}}%\}} | \{{\#[^\#{{}}]{{1,120}}\#\}} | <%[^%<>]{{1,120}}%>
    | [$\#]\{{[^{{}}\s]{{1,60}}\}} | \{{\$[^{{}}]{{1,80}}\}} | \{{/?[a-z]{{2,12}}:[^{{}}]{{1,120}}\}} | \{{/?[a-z_]{{3,20}}\}}
    | \[(?P<pair>img|attach|media|flash|video|audio|attachment|iframe|embed)[^\[\]]{{0,60}}\][^\[\]]{{1,200}}\[/(?P=pair)\]
    | \[/?[a-z]{{2,16}}(?:_[a-z0-9]{{1,16}}){{1,4}}(?:\s[^\[\]]{{0,120}})?\] | \[[a-z]{{1,16}}=[^\[\]]{{1,80}}\]
    | \[[a-z][\w-]{{1,24}}(?:\s[a-z_-]{{2,20}}=["'“”]?[^\s\[\]"'“”]{{1,80}}["'“”]?){{1,6}}\s?\]
    | \[(?:insert\ |add\ |embed(?:ded)?\ )?(?:image|photo|picture|figure|video|advert(?:isement)?)(?:\s?[:\#][^\[\]]{{1,80}}|\s\d{{1,2}})?\]
    | \[[!$]?--[^\[\]]{{1,40}}--\] | \[[分换]页\] | \#p\#[^\#]{{0,40}}\#e\# | \{{:[\w:]{{2,24}}:\}} | \{{:\w{{1,20}}\([^{{}}]{{0,80}}\)\}} | (?<=[。，！？；])["']\)\}}
    | \{{(?:php|foreach|include|volist|loop|section|else|elseif)\b[^{{}}]{{0,120}}\}} | \#(?:set|if|foreach|parse|include)\([^()]{{0,80}}\) | \$!\{{[^{{}}]{{1,60}}\}}
    | \[%[^%\[\]]{{1,80}}%\] | \[\[[a-z_.]{{1,40}}\]\] | <<[a-z\ _]{{3,24}}>> | (?<![a-z0-9_])__[A-Z][A-Z_]{{2,24}}__(?![a-z0-9_]) | @Model\.(?-i:[A-Z][a-z0-9_]{{1,20}})
    | \[/?[a-z]{{2,12}}:[^\[\]]{{1,80}}/\] | \[\[(?:file|image|category|文件|图像|分类):[^\[\]]{{1,120}}\]\] | (?P<paired>@@|%%|\#\#|\$\$)[a-z_][a-z0-9_.-]{{1,30}}(?P=paired)
    | (?:\A(?=[^\]]{{4,27}}\][{HANZI}“《\d])|(?<=[。，！？；：”]))\[(?!sic\])(?-i:[a-z][a-z0-9-]{{2,24}})\](?=[{HANZI}“《\d]|\s*\Z)
    | \[/?(?:{SHORTCODES})(?:_\d{{1,3}})?(?:=[^\[\]]{{0,120}}|\s(?=[^\[\]]{{0,80}}[=\d"'“/:])[^\[\]]{{0,120}})?\s?/?\] | \[/[a-z][a-z_-]{{0,20}}\]
    | \[[a-z][a-z_-]{{1,20}}(?:\s[a-z_-]{{2,20}}\s?=\s?["'“”]?[^\[\]"'“”]{{0,120}}["'“”]?){{1,8}}\s?/?\]
    | \[object\ Object\] | \[(?:end)?if(?:\s[^\[\]]{{1,60}})?\] | [\[［〖〔<＜](?:{MEDIA})\d{{0,2}}[\]］〗〕>＞](?![：:])
    | 【(?:{PICTURE})\d{{0,2}}】(?![：:]) | (?<=[。，！？；：”])【(?:{MEDIA})\d{{0,2}}】(?![：:]) | \A【(?:{MEDIA})\d{{0,2}}】\Z
    | (?:\A|(?<=[。，！？；.!?”])|(?<=[.!?]\ ))[（(「](?:{PICTURE}|image|photo|picture|advertisement)\d{{0,2}}[)）」](?![：:])
    | !\[[^\[\]]{{0,80}}\]\([^()]{{0,300}}\)
    | \b(?:window|console|googletag|location|jQuery)\.[\w.]{{2,40}}\s?(?:=[^;。]{{0,120}};|\([^()]{{0,120}}(?:\([^()]{{0,80}}\)[^()]{{0,120}}){{0,3}}\);?)
    | \$\([^()]{{0,60}}\)\.[^。；]{{0,120}}?[;{{] | \(?adsbygoogle\b[^;]{{0,100}}; | data:image/[a-z+]{{2,8}};base64,[a-z0-9+/=]{{8,4000}}
    | %3C/?[a-z0-9]{{1,10}}%3E
    | document\.write(?:ln)?\([^()]{{0,300}}\);? | \b(?:var|let|const)\s\w{{1,30}}\s?=\s?[^;。，]{{1,200}};
    | \bfunction\s?\w{{0,30}}\([^()]{{0,80}}\)\s?\{{[^{{}}]{{0,300}}\}}(?:\)?\(\))?;? | @(?:media|import|charset)\b[^{{}};]{{0,100}}(?:\{{[^{{}}]{{0,300}}\}}|;)
    | (?:(?:\A|(?<=[\s{HANZI}，。！？]))[.\#]|(?<!\w))[a-z][\w-]{{0,30}}\s?\{{(?:\s?{PROPERTY}\s?:\s?[^:;{{}}]{{1,80}};?){{1,20}}\s?\}}
    | &(?:amp;){{0,2}}(?:[a-z]{{2,8}}[1-4]?|\#\d{{2,6}}|\#x[0-9a-f]{{2,6}}); | &(?:nbsp|hellip|mdash|ndash|ldquo|rdquo|lsquo|rsquo|middot|quot)(?![a-z;=])
    | (?<![\w&])(?:amp;)?(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|emsp|ensp);
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""One leak: a tag or what is left of one, an attribute, an escape, a template's placeholder, a shortcode, code, an entity."""
SIGNS = (
    "<", ">", "\\", "{", "[", "［", "&", "＜", '="', "='", "=“", "nbsp;", "quo;", "dash;", "hellip;",
    "middot;", "sp;", "amp;", "【图", "【圖", "【动", "【動", "【视", "【視", "【音", "【附", "【插", "【配", "【链", "【广", "〖",
    "〔", "（图", "(图", "（圖", "「图", "(image", "(photo", "(pic", "(adv", "#p#", "#set", "#if", "__", "@Model",
    "window.", "console.", "googletag", "adsby", "$(", "%3C", "data:image", "%%", "@@", "##", "$$", ")}",
    "document.", "var ", ".png", ".PNG", ".jp", ".JP", ".gif", ".GIF", ".webp", ".bmp", ".svg", ".avif",
    ".ico", ".swf", ".mp4", ".flv",
)  # fmt: skip
"""What every leak has one of; nearly no text does."""
