"""When the article was published and changed.

`published` weighs the `stamps` of the page, the line that states a day (`statements`), the URL (`url_days`) and the dateline
of the text (`datelines`) against each other; days for machines, in scripts and of one part of a page stand in
(`machine_times`, `script_times`, `scoped_days`). Of a stamp is asked what the words beside it say (`day_words`), whether it is
told of (`told_days`), and whether it is one of a list (`listed_days`). `dates` reads all, in the forms of `date_forms` and
`months`.
"""
