"""What all rules share: the credit they find, who is named in it, and texts cut into the words of credits."""
