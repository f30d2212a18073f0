package amrnci.facts.instants_test

import data.amrnci.facts.instants

_refused := [
	"", "2025", "2025-12-22", "22:00:00+08:00", "2025-12-22T22:00:00", "2025-12-22T22:00+08:00",
	"2025-12-22 22:00:00+08:00", "2025-12-22t22:00:00+08:00", "2025-12-22T22:00:00z", "2025-12-22T22:00:00 +08:00",
	"2025-12-22T22:00:00+0800", "2025-12-22T22:00:00+08", "2025-12-22T22:00:00+8:00", "2025-12-22T22:00:00+08:0",
	"2025-12-22T22:00:00+24:00", "2025-12-22T22:00:00+23:60", "2025-12-22T22:00:00+08:00Z", "2025-12-22T22:00:00ZZ",
	"2025-12-22T22:00:00+08:00:00", "2025-12-22T22:00:00~08:00", "2025-12-22T22:00:00\u221208:00",
	"2025-12-22T24:00:00+08:00", "2025-12-22T22:60:00+08:00", "2025-12-22T22:00:60+08:00", "2025-12-22T23:59:60Z",
	"2025-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2024-02-30T00:00:00Z", "2025-04-31T00:00:00Z",
	"2025-00-01T00:00:00Z", "2025-13-01T00:00:00Z", "2025-01-00T00:00:00Z", "2025-01-32T00:00:00Z",
	"0000-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "+2025-12-22T22:00:00Z",
	"-2025-12-22T22:00:00Z", "225-12-22T22:00:00Z", "20a5-12-22T22:00:00Z", "2 25-12-22T22:00:00Z",
	"2e15-12-22T22:00:00Z", "0x15-12-22T22:00:00Z", "2025-1-22T22:00:00Z", "2025-12-2T22:00:00Z", "2025/12/22T22:00:00Z",
	"2025-12-22T2:00:00Z", "2025-12-22T22.00.00Z", "2025-12-22T22:00:0Z", "2025-12-22T22:00:00.Z",
	"2025-12-22T22:00:00.+08:00", "2025-12-22T22:00:00,5+08:00", "2025-12-22T22:00:00.5", "2025-12-22T22:00:00.5.5Z",
	"2025-12-22T22:00:00.5x+08:00", "2025-12-22T22:00:00. 5Z", " 2025-12-22T22:00:00Z", "2025-12-22T22:00:00Z ",
	"2025-12-22T22:00:00Z\n", "2025-12-22T22:00:00\u0000Z", "２０２５-12-22T22:00:00Z", "2025-12-22T２２:00:00Z",
	"2025-W52-1T22:00:00Z", "2025-356T22:00:00Z", "unknown", "Mon, 22 Dec 2025 22:00:00 GMT", "1766412000",
]

test_what_is_not_rfc_3339_with_an_offset_is_no_instant[text] if {
	some text in _refused
	not instants.read(text)
}

# Read from text, as the compiler would refuse to compile such calls.
test_what_is_no_text_is_no_instant[text] if {
	some text in ["null", "true", "20251222", "[\"2025-12-22T22:00:00Z\"]", "{}"]
	not instants.read(json.unmarshal(text))
}

test_one_wrong_character_anywhere_is_refused if {
	text := "2025-12-22T22:00:00.5+08:00"
	instants.read(text)
	every place in numbers.range(0, count(text) - 1) {
		every wrong in ["x", " ", "/", "\u00e9"] {
			not instants.read(concat("", [substring(text, 0, place), wrong, substring(text, place + 1, -1)]))
		}
	}
}

test_beijing_is_eight_hours_ahead[zone] if {
	some zone, minutes in {"Z": 480, "+00:00": 480, "-00:00": 480, "+08:00": 0, "+23:59": -959, "-23:59": 1919}
	instants.to_beijing(zone) == minutes
}

test_the_zone_stands_behind_the_fraction[rest] if {
	some rest, zone in {"Z": "Z", ".5Z": "Z", ".000+08:00": "+08:00", "+08:00": "+08:00", "": ""}
	instants.zone_of(rest) == zone
}

test_every_offset_is_counted if {
	every minutes in numbers.range(0, 1439) {
		offset := sprintf("%02d:%02d", [floor(minutes / 60), minutes % 60])
		instants.to_beijing(concat("", ["+", offset])) == 480 - minutes
		instants.to_beijing(concat("", ["-", offset])) == 480 + minutes
	}
}
