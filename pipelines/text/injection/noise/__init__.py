"""Characters that are no text: leaked markup, random characters, strewn pictographs and glosses, look-alikes."""
