"""An invented story, and its page as it is surveyed."""

import numpy as np

from crawler.extraction.main_text.ends import settle_ends
from crawler.extraction.main_text.survey import Survey, survey_page
from crawler.extraction.page.parse import parse

STORY = (
    "The lamp of the old lighthouse burned for the first time in nine years when the keepers opened it to the village.",
    "They had ground its lenses by hand, in a shed behind the chapel, and carried them up the stairs one after the other.",
    "On some evenings it rained through the roof, so that they covered the glass with sails which a fisher had lent them.",
    "The harbour office wants to keep the light as a mark for pilots, and pays for the oil and for one of the keepers.",
    "Children may climb the tower on Sundays, when the tide is low and the causeway can be walked without wet feet.",
    "In spring the rail around the gallery is painted, and whoever holds a brush for an afternoon is given a supper.",
)


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def surveyed(body: str, title: str = "") -> Survey:
    root = parse(f"<title>{title}</title><body>{body}</body>")
    assert root is not None
    return survey_page(root)


def articles(*headlines: str, make: str = "piece") -> str:
    return "".join(
        f"<article class='{make}' id='a{n}'><header><h2>{headline}</h2></header>{paragraphs(*STORY)}<p>{n}</p></article>"
        for n, headline in enumerate(headlines)
    )


def settled(body: str, chosen: list[int], odds: list[float]) -> list[str]:
    survey = surveyed(body)
    return [survey.page.lines[i].text for i in settle_ends(survey, chosen, np.array(odds))]
