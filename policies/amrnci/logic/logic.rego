# METADATA
# title: Logic version
# description: Which version of the rules' logic this is. Data is written for one of them, and another would read it wrongly or not at all.
# custom:
#   citation: article.14
package amrnci.logic

# METADATA
# description: The version of this logic; it is raised when the shape of the law's data changes.
version := 1

# METADATA
# description: The error that names the logic version which is expected; undefined when the data is made for it.
mismatch := {"path": "", "expected": expected} if {
	not _made_for_it
	expected := concat("_", ["law_data_of_logic_version", format_int(version, 10)])
}

_made_for_it if data.law.logic_version == version
