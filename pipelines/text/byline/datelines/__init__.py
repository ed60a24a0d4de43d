"""The head before the first sentence of a report: agency, place, day and reporters, in five languages."""
