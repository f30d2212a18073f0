# METADATA
# title: Facts
# description: How a request is read. What is unknown spans everything that it may turn out to be; nothing unknown is ever a no.
# custom:
#   citation: article.4.1
package amrnci.facts

# METADATA
# description: The incident that the request asks about.
incident := input.incident

# METADATA
# description: What a fact that is left out means, by the kind of the fact.
unstated := data.tables.choices.unstated[object.get(incident, "unstated", "unknown")]

# METADATA
# description: The instants of the incident's times that are stated.
times := {name: instant |
	some name, text in object.get(incident, "times", {})
	instant := data.amrnci.facts.instants.read(text)
}

# METADATA
# description: The time that counts as now; undefined when the request gives none.
as_of := data.amrnci.facts.instants.read(input.as_of)

# METADATA
# description: When the operator became aware - the earlier of the times at which it discovered and learned of the incident, as far as they are stated.
awareness := min([times[name] | some name in ["discovered_at", "learned_at"]])
