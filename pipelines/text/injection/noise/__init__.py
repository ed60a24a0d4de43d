"""Characters that are no text: leaked markup, random characters, strewn pictographs and glosses, look-alikes.

`markup` asks for what is told by its syntax (`markup_syntax`) and for what sticks to the end of a clause (`markup_remains`).
"""
