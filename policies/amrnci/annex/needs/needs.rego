# METADATA
# title: Needs
# description: How a fact is held against what a criterion needs of it, and how that is shown. An answer is an outcome, the facts that show it, and those that would decide by themselves.
# custom:
#   citation: article.4.1
package amrnci.annex.needs

# METADATA
# description: The answer of a criterion that no completion of the facts meets.
not_met := {"outcome": "not_met", "facts": [], "asks": []}

# METADATA
# description: The answer for one quantity that must be at least a number. 以上 includes the number.
quantity(fact, number, unit) := not_met if {
	fact.high < number
} else := {"outcome": outcome, "facts": shown, "asks": shown} if {
	outcome := reaches(fact, number)
	shown := [at_least(fact, number, unit)]
}

# METADATA
# description: The answer for one word of a ladder that must be at least another.
word(fact, ladder, least) := _on_ladder(fact, ladder, rung(ladder, least))

_on_ladder(fact, ladder, number) := not_met if {
	fact.high < number
} else := {"outcome": outcome, "facts": shown, "asks": shown} if {
	outcome := reaches(fact, number)
	shown := [rung_or_above(fact, ladder, number)]
}

# METADATA
# description: Met at the lowest that the fact may be, or undecided if only its highest gets there.
reaches(fact, number) := "met" if {
	fact.low >= number
} else := "undecided" if {
	fact.high >= number
} else := "not_met"

# METADATA
# description: Whether a fact that must be at least a number would decide by itself, one way or the other.
turns_on(fact, number) if {
	fact.low < number
	fact.high >= number
}

# METADATA
# description: The lowest rung of a word on its ladder.
rung(ladder, least) := data.tables.choices.ladders[ladder][least].low

# METADATA
# description: A quantity with the least number needed.
at_least(fact, number, unit) := {"path": fact.path, "value": fact.value, "needs": {"at_least": number, "unit": unit}}

# METADATA
# description: A word of a ladder with the words that are high enough.
rung_or_above(fact, ladder, number) := one_of(fact, data.tables.choices.at_or_above[ladder][number])

# METADATA
# description: A fact with the values that meet the need.
one_of(fact, values) := {"path": fact.path, "value": fact.value, "needs": {"one_of": values}}
