package amrnci.facts

# METADATA
# description: Sites that could not be reached (condition 1).
sites := list("/impact/sites", object.get(incident, ["impact", "sites"], unstated.list))

# METADATA
# description: Data that was hit (condition 4, circumstance 2).
data_hit := list("/impact/data", object.get(incident, ["impact", "data"], unstated.list))

# METADATA
# description: Sites and platforms that were tampered with (condition 6).
tampering := list("/impact/tampering", object.get(incident, ["impact", "tampering"], unstated.list))

# METADATA
# description: Areas whose population was affected (condition 3).
areas := list(
	"/impact/livelihood/areas",
	object.get(incident, ["impact", "livelihood", "areas"], unstated.list),
)

# METADATA
# description: Persons affected in their work or life (condition 3).
persons_affected := quantity(["impact", "livelihood", "persons"], "/impact/livelihood/persons")

# METADATA
# description: Persons whose personal information leaked (condition 5).
persons_leaked := quantity(
	["impact", "personal_information", "persons_leaked"],
	"/impact/personal_information/persons_leaked",
)

# METADATA
# description: Direct economic loss in yuan (condition 7).
loss := quantity(["impact", "direct_economic_loss_yuan"], "/impact/direct_economic_loss_yuan")

# METADATA
# description: Whether the incident involves critical information infrastructure (condition 2, Art. 4(2)).
cii_involved := yes_no("/impact/cii/involved", ["impact", "cii", "involved"])

# METADATA
# description: Minutes for which it was interrupted as a whole (condition 2).
whole_interruption := quantity(
	["impact", "cii", "whole_interruption_minutes"],
	"/impact/cii/whole_interruption_minutes",
)

# METADATA
# description: Minutes for which its main function was interrupted (condition 2).
main_function_interruption := quantity(
	["impact", "cii", "main_function_interruption_minutes"],
	"/impact/cii/main_function_interruption_minutes",
)

# METADATA
# description: The judgement on the loss of an important system (circumstance 1).
system_loss := rung(["judgements", "system_loss", "severity"], "/judgements/system_loss/severity", "severity")

# METADATA
# description: The judgement on any other threat and impact (circumstance 3, condition 8).
other_severity := rung(["judgements", "other", "severity"], "/judgements/other/severity", "severity")
