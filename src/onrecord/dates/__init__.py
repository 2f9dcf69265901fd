"""How is a date written, compared and put in words? The ground floor that every stage may import.

`edtf` has values and the days they cover, `written` parses dates as pages and inputs write them, `words` puts values
in words, `steps` cuts a period into years, months or days; `calendar_names` and `zones` are the tables behind them.
"""
