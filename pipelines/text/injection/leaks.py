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
    "ad|ads|adsense|attach|attachment|audio|align|button|caption|center|code|color|contact-form|divider|download|embed"
    "|endif|endfor|flash|float|footnote|form|gallery|hidden|hide|hr|iframe|img|image|index|justify|left|list|map|media|more"
    "|newline|nextpage|page|pagebreak|photo|player|playlist|poll|print|quote|readmore|read-more|reply|right|row|share"
    "|showcase|size|slider|slideshow|table|tabs?|toc|tweet|url|video|widget|youtube"
)
"""Names of shortcodes of content systems and of forums."""
MEDIA = "图片|圖片|图|图集|动图|動圖|插图|配图|视频|視頻|音频|音頻|表情|附件|广告|廣告|链接|鏈接|二维码|画像|写真|動画|사진|동영상|фото|видео"
"""What a content system or an editor puts in brackets in the place of something that is not text."""
ATTRIBUTE = r"""(?:class|style|src|href|alt|width|height|align|valign|border|target|rel|id|title|data-[\w-]{1,30}|on[a-z]{4,12}
      |bgcolor|cellpadding|cellspacing|color|face|size|lang|type|name|value)\s?=\s?(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|“[^”<>]{0,200}”)"""

PROPERTY = "(?:margin|padding|color|font|width|height|display|text|background|border|line|float|position|overflow|list)(?:-[a-z]{2,12}){0,2}"

# Each branch is bounded, so linear.
LEAK = re.compile(
    rf"""
      <!--[^<>]{{0,300}}-->? | <!--\[[^\[\]]{{0,80}}\]> | <!\[[^\[\]<>]{{0,80}}(?:\](?:--)?>|\[) | \]\]>
    | <\?(?:php|xml|=)[^<>?]{{0,300}}\?> | </?[\#@][a-z][^<>]{{0,100}}>
    | (?:<|＜|&lt;)/?(?:{ELEMENTS})(?:\s(?:[^<>&]|&(?!gt;)){{0,300}})?/?(?:>|＞|&gt;)
    | </?[a-z][a-z0-9]{{0,20}}[-:][\w:-]{{1,30}}(?:\s[^<>]{{0,300}})?/?> | </[a-z][a-z0-9]{{0,20}}>
    | <[a-z][a-z0-9]{{0,20}}(?:\s{ATTRIBUTE}){{1,8}}\s?/?>?
    | </?(?:p|br|hr|div|span|img|font|strong|td|tr|li)(?=[{HANZI}]|\s*\Z) | (?<=[{HANZI}。，！？；])/(?:p|div|span|font|strong|td|tr|li|a)>
    | (?<![\w<.-])(?:br|hr|div|span|font|strong|img|td|tr|li)(?:\s?/)?>(?!\s?\d)
    | [?<]?(?:img|span|font|div|p|a)\s(?:[a-z-]{{2,12}}\s?=\s?["'][^"'<>]{{0,200}}["']\s?){{1,8}}/?>   # its < eaten
    | (?<![\w<])(?:{ATTRIBUTE}\s?){{1,8}}(?:/?>)? | ["']?\s?/>
    | (?:\\{{1,3}}(?:x[0-9a-f]{{2}}|u[0-9a-f]{{4}}|[nrtbf](?![a-z]))){{1,20}}(?:(?<=x0[da])\\)? | (?:\\[nrt]){{2,20}} | (?<![\w:\\])\\[nrt](?=(?-i:[A-Z]))
    | (?<=\\)x0[da]\\
    | \{{\{{\{{?[^{{}}]{{1,100}}\}}?\}}\}} | \{{%[^%{{}}]{{1,120}}%\}} | \{{\#[^\#{{}}]{{1,120}}\#\}} | <%[^%<>]{{1,120}}%>
    | [$\#]\{{[^{{}}\s]{{1,60}}\}} | \{{\$[^{{}}]{{1,80}}\}} | \{{/?[a-z]{{2,12}}:[^{{}}]{{1,120}}\}} | \{{/?[a-z_]{{3,20}}\}}
    | \[/?[a-z]{{2,12}}:[^\[\]]{{1,80}}/\] | \[\[(?:file|image|category|文件|图像|分类):[^\[\]]{{1,120}}\]\] | %%[a-z_]{{2,20}}%%
    | \[/?(?:{SHORTCODES})(?:_\d{{1,3}})?(?:[\s=][^\[\]]{{0,120}})?/?\] | \[/[a-z][a-z_-]{{0,20}}\]
    | \[[a-z][a-z_-]{{1,20}}(?:\s[a-z_-]{{2,20}}\s?=\s?["'“”]?[^\[\]"'“”]{{0,120}}["'“”]?){{1,8}}\s?/?\]
    | \[object\ Object\] | \[(?:end)?if(?:\s[^\[\]]{{1,60}})?\] | [\[［](?:{MEDIA})[\]］](?![：:])
    | !\[[^\[\]]{{0,80}}\]\([^()]{{0,300}}\)
    | document\.write(?:ln)?\([^()]{{0,300}}\);? | \b(?:var|let|const)\s\w{{1,30}}\s?=\s?[^;。，]{{1,200}};
    | \bfunction\s?\w{{0,30}}\([^()]{{0,80}}\)\s?\{{[^{{}}]{{0,300}}\}}(?:\)?\(\))?;? | @(?:media|import|charset)\b[^{{}};]{{0,100}}(?:\{{[^{{}}]{{0,300}}\}}|;)
    | (?:(?:\A|(?<=\s))[.\#]|(?<!\w))[a-z][\w-]{{0,30}}\s?\{{(?:\s?{PROPERTY}\s?:\s?[^:;{{}}]{{1,80}};?){{1,20}}\s?\}}
    | &(?:amp;){{0,2}}(?:[a-z]{{2,8}}[1-4]?|\#\d{{2,6}}|\#x[0-9a-f]{{2,6}}); | &nbsp(?![a-z;])
    | (?<![\w&])(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|emsp|ensp);
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""One leak: a tag or what is left of one, an attribute, an escape, a template's placeholder, a shortcode, code, an entity."""
SIGNS = (
    *(
        "<",
        ">",
        "\\",
        "{",
        "[",
        "［",
        "&",
        "＜",
        '="',
        "='",
        "=“",
        "nbsp;",
        "quo;",
        "dash;",
        "hellip;",
        "middot;",
        "sp;",
        "amp;",
    ),
    *("%%", "document.", "var ", ".png", ".PNG", ".jp", ".JP", ".gif", ".GIF", ".webp", ".bmp"),
)
"""What every leak has one of; nearly no text does."""
