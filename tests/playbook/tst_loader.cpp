// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/sampleplaybook.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom::playbook;

/// Reading playbooks: what is accepted, and the place and the reason of what is not.
class LoaderTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSample();
    void readsOptionalValues();
    void readsRosterHandlesWithoutCase();
    void keepsTheTemplateAsItIs();
    void readsOtherLineEndsAndAByteOrderMark();
    void readsAudiences();
    void readsChecklists();
    void readsPanelsAndTheirSources();
    void readsZones_data();
    void readsZones();

    void namesTheMistake_data();
    void namesTheMistake();
    void refusesInvisibleCharacters_data();
    void refusesInvisibleCharacters();
};

void LoaderTest::readsTheSample()
{
    const auto playbook = load(sample(), u"demo.yaml"_s);
    QVERIFY2(playbook.ok(), qPrintable(errorOf(sample())));
    Playbook expected;
    expected.name = u"demo"_s;
    expected.title = u"Demo"_s;
    expected.severities = {{u"P0"_s, u"Critical"_s, {}, {}, {}, u"#ff6166"_s}};
    expected.statuses = {{u"Open"_s, {}}, {u"Done"_s, Milestone::Resolved}};
    expected.roles = {{u"lead"_s, u"Lead"_s, {}, {}, {}, {}, {}, true}};
    expected.roster = {{u"bob"_s, u"Bob"_s, {}, {}, {}}};
    expected.postMortem.sections = {{u"summary"_s, u"Summary"_s}};
    expected.postMortem.dueWithin = 48h;
    QVERIFY(*playbook == expected);
}

void LoaderTest::readsOptionalValues()
{
    QByteArray yaml = sample();
    yaml.replace("#ff6166\"",
        "#FF6166\"\n    meaning: >\n      Nothing\n      works\n    criteria: [ all is lost ]\n"
        "    examples: []\n    respond: 15m\n    resolve: 1h30m\n    updates: 1w2d");
    yaml.replace("commander: true", "commander: true\n    several: false\n    aliases: [the boss]");
    yaml.replace("due: 48h", "due: 2d12h\n  timeline: all");
    const auto playbook = load(yaml, u"demo.yaml"_s);
    QVERIFY2(playbook.ok(), qPrintable(errorOf(yaml)));

    const Severity& severity = playbook->severities.front();
    QCOMPARE(severity.colour, u"#FF6166"_s);
    QCOMPARE(severity.meaning, u"Nothing works"_s);
    QCOMPARE(severity.criteria, QStringList(u"all is lost"_s));
    QVERIFY(severity.respondWithin == 15min);
    QVERIFY(severity.resolveWithin == 90min);
    QVERIFY(severity.updateEvery == 216h);
    QVERIFY(playbook->role(u"The Boss"_s));
    QVERIFY(playbook->postMortem.dueWithin == 60h);
    QVERIFY(playbook->postMortem.timeline == TimelineChoice::All);
}

void LoaderTest::readsRosterHandlesWithoutCase()
{
    const auto playbook = load(sample().replace("commander: true", "commander: true\n    primary: BOB"), {});
    QVERIFY(playbook.ok());
    QCOMPARE(playbook->roles.front().primary, u"bob"_s);
}

void LoaderTest::keepsTheTemplateAsItIs()
{
    const auto playbook = load(sample() + "  template: |\n    # {{title}}\n\n    \tcode\n", {});
    QVERIFY(playbook.ok());
    QCOMPARE(playbook->postMortem.templateText, u"# {{title}}\n\n\tcode\n"_s);
}

void LoaderTest::readsOtherLineEndsAndAByteOrderMark()
{
    const auto expected = load(sample(), {});
    const auto windows = load("\xef\xbb\xbf" + sample().replace("\n", "\r\n"), {});
    const auto unended = load(sample().chopped(1), {});
    QVERIFY(windows.ok() && *windows == *expected);
    QVERIFY(unended.ok() && *unended == *expected);
}

void LoaderTest::readsAudiences()
{
    QByteArray yaml = sample();
    yaml.replace("post_mortem:",
        "audiences:\n  - name: Internal\n    channels: [\"#incidents\", ops@]\n    regular: |\n      We {{status}}\n   "
        "   on\n"
        "  - name: Customers\n    initial: Sorry\n    resolution: Thanks\npost_mortem:");
    const auto playbook = load(yaml, u"demo.yaml"_s);
    QVERIFY2(playbook.ok(), qPrintable(errorOf(yaml)));
    const Audience internal{{}, u"Internal"_s, {u"#incidents"_s, u"ops@"_s}, {}, u"We {{status}}\non\n"_s, {}};
    const Audience customers{u"Customers"_s, u"Customers"_s, {}, u"Sorry"_s, {}, u"Thanks"_s};
    QVERIFY(playbook->audiences == (std::vector{internal, customers}));
    QVERIFY(load(sample(), {})->audiences == std::vector{Audience()});
}

void LoaderTest::readsChecklists()
{
    QByteArray yaml = sample();
    yaml.replace("post_mortem:",
        "checklists:\n  - {title: Before, steps: [Roster filled]}\n"
        "  - {title: During, at: declared, steps: [Roles given, Room open]}\npost_mortem:");
    const auto playbook = load(yaml, u"demo.yaml"_s);
    QVERIFY2(playbook.ok(), qPrintable(errorOf(yaml)));
    const std::vector<Checklist> expected{{u"Before"_s, {}, {u"Roster filled"_s}},
        {u"During"_s, Milestone::Declared, {u"Roles given"_s, u"Room open"_s}}};
    QVERIFY(playbook->checklists == expected);
}

void LoaderTest::readsPanelsAndTheirSources()
{
    QByteArray yaml = sample();
    yaml.replace("post_mortem:",
        "sources:\n  - {name: main, url: \"http://localhost:9090\", headers: {X-Scope-OrgID: team}}\n"
        "panels:\n  - {title: Errors, expr: 'up > 3', unit: s, warn: 0.01, bad: \"< -2e3\", source: main}\n"
        "  - {title: Up, expr: up}\npost_mortem:");
    const auto playbook = load(yaml, u"demo.yaml"_s);
    QVERIFY2(playbook.ok(), qPrintable(errorOf(yaml)));
    const std::vector<MetricSource> sources{
        {u"main"_s, {{u"url"_s, u"http://localhost:9090"_s}, {u"headers/X-Scope-OrgID"_s, u"team"_s}}}};
    QVERIFY(playbook->sources == sources);
    const std::vector<MetricPanel> panels{
        {u"Errors"_s, u"up > 3"_s, u"s"_s, Limit{true, 0.01}, Limit{false, -2000}, u"main"_s},
        {u"Up"_s, u"up"_s, {}, {}, {}, {}}};
    QVERIFY(playbook->panels == panels);
}

void LoaderTest::readsZones_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<bool>("known");

    for (const char* zone : {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+3"})
        QTest::newRow(zone) << QByteArray(zone) << true;
    for (const char* zone : {"UTC+02:00", "CEST-2", "CET-1CEST,M3.5.0,M10.5.0", "Europe/Atlantis", "../etc/localtime",
             "Europe/Berlin/", "14", "Zürich"})
        QTest::newRow(zone) << QByteArray(zone) << false;
}

void LoaderTest::readsZones()
{
    QFETCH(QByteArray, zone);
    QFETCH(bool, known);
    const auto playbook = load("zone: \"" + zone + "\"\n" + sample(), u"demo.yaml"_s);
    QCOMPARE(playbook.ok(), known);
    if (known)
        QCOMPARE(playbook->zone.id(), zone);
    else
        QCOMPARE(playbook.error().detail,
            u"demo.yaml:1:7: \"zone\" wants a time zone such as UTC or Europe/Berlin, not \"%1\""_s.arg(
                QString::fromUtf8(zone)));
}

void LoaderTest::namesTheMistake_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* from, const char* to, const char* error) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(error);
    };

    row("mistyped key", "severities:", "severites:", "3:1: unknown key \"severites\"; did you mean \"severities\"?");
    row("key like no other", "title:", "subtitle:", "2:1: unknown key \"subtitle\"");
    row("mistyped key in a list", "    colour:", "    color:", "6:5: unknown key \"color\"; did you mean \"colour\"?");
    row("mistyped key in brackets", "{handle", "{Handle", "16:6: unknown key \"Handle\"; did you mean \"handle\"?");
    row("mistyped key in a map", "  due:", "  dues:", "18:3: unknown key \"dues\"; did you mean \"due\"?");
    row("merge key", "  due: 48h", "  <<: {due: 48h}", "18:3: unknown key \"<<\"");
    row("empty key", "  due:", "  \"\":", "18:3: unknown key \"\"");
    row("key twice", "title: Demo", "title: Demo\nname: other", "3:1: duplicate key \"name\", first given in line 1");
    row("key twice in a list", "name: Critical", "name: Critical\n    label: P1",
        "6:5: duplicate key \"label\", first given in line 4");
    row("key that looks like a placeholder", "title: Demo", "title: Demo\n\"%2\": a\n\"%2\": b",
        "4:1: duplicate key \"%2\", first given in line 3");
    row("key twice in brackets", "name: Bob", "handle: rob", "16:19: duplicate key \"handle\", first given in line 16");
    row("key that is no text", "title: Demo", "[title]: Demo", "2:1: a key must be a text");

    row("name missing", "name: demo\n", "", "1:1: \"name\" is missing");
    row("title missing", "title: Demo\n", "", "1:1: \"title\" is missing");
    row("statuses missing", "statuses:", "roster: []\nzone: UTC\npost_mortem:\n  sections:",
        "18:1: duplicate key \"roster\", first given in line 7");
    row("label missing", "label: P0\n    ", "", "4:5: \"label\" is missing");
    row("colour missing", "\n    colour: \"#ff6166\"", "", "4:5: \"colour\" is missing");
    row("word missing", "word: Done\n    ", "", "9:5: \"word\" is missing");
    row("role id missing", "id: lead\n    ", "", "12:5: \"id\" is missing");
    row("handle missing", "handle: bob, ", "", "16:5: \"handle\" is missing");
    row("heading missing", ", heading: Summary", "", "20:7: \"heading\" is missing");

    row("nothing for a text", "title: Demo", "title:", "2:1: \"title\" wants a text, not nothing");
    row("null for a text", "title: Demo", "title: null", "2:1: \"title\" wants a text, not nothing");
    row("spaces for a text", "title: Demo", "title: \"  \"", "2:8: \"title\" is empty");
    row("list for a text", "title: Demo", "title: [Demo]", "2:8: \"title\" wants a text, not a list");
    row("map for a text", "title: Demo", "title: {a: b}", "2:8: \"title\" wants a text, not keys and values");
    row("lines for a line", "title: Demo", "title: \"De\\nmo\"", "2:8: \"title\" wants one line without tabs");
    row("text for a list", "sections:\n    - {id: summary, heading: Summary}", "sections: Summary",
        "19:13: \"sections\" wants a list, not a text");
    row("empty list", "severities:\n  - label: P0\n    name: Critical\n    colour: \"#ff6166\"", "severities: []",
        "3:13: \"severities\" is empty");
    row("text for a record", "{id: summary, heading: Summary}", "Summary",
        "20:7: an item of \"sections\" wants keys and values, not a text");
    row("list for a map", "post_mortem:\n  due: 48h\n  sections:\n", "post_mortem:\n",
        "18:5: \"post_mortem\" wants keys and values, not a list");
    row("map in a list of texts", "name: Lead", "name: Lead\n    duties:\n      - see: all",
        "15:9: an item of \"duties\" wants a text, not keys and values");
    row("text for a list of texts", "name: Lead", "name: Lead\n    aliases: IC",
        "14:14: \"aliases\" wants a list, not a text");
    row("empty text in a list", "name: Lead", "name: Lead\n    duties: [see, \"\"]",
        "14:19: an item of \"duties\" is empty");

    row("id with a capital", "name: demo", "name: Demo",
        "1:7: \"name\" wants small letters, digits and hyphens, not \"Demo\"");
    row("id with a space", "id: lead", "id: the lead",
        "12:9: \"id\" wants small letters, digits and hyphens, not \"the lead\"");
    row("id with an umlaut", "id: summary", "id: übersicht",
        "20:12: \"id\" wants small letters, digits and hyphens, not \"übersicht\"");
    row("label with a space", "label: P0", "label: P 0", "4:12: \"label\" wants a word without spaces, not \"P 0\"");
    row("label with a wide space", "label: P0",
        "label: P\xe2\x80\x83"
        "0",
        "4:12: \"label\" wants a word without spaces, not \"P\xe2\x80\x83"
        "0\"");
    row("handle with an at sign", "handle: bob", "handle: \"@bob\"",
        "16:14: \"handle\" wants letters, digits, dots, hyphens and underscores, not \"@bob\"");
    row("handle that ends in a dot", "handle: bob", "handle: bob.",
        "16:14: \"handle\" wants letters, digits, dots, hyphens and underscores, not \"bob.\"");
    row("colour without quotes", "\"#ff6166\"", "#ff6166", "6:5: \"colour\" wants a text, not nothing");
    row("colour by name", "\"#ff6166\"", "red",
        "6:13: \"colour\" wants a colour such as #ff6166 in quotes, not \"red\"");
    row("short colour", "#ff6166", "#f66", "6:13: \"colour\" wants a colour such as #ff6166 in quotes, not \"#f66\"");
    row("duration in words", "name: Critical", "name: Critical\n    respond: soon",
        "6:14: \"respond\" wants a duration such as 15m, 4h or 1w, not \"soon\"");
    row("duration without a unit", "due: 48h", "due: 48",
        "18:8: \"due\" wants a duration such as 15m, 4h or 1w, not \"48\"");
    row("parts of hours", "due: 48h", "due: 90m", "18:8: \"due\" wants whole hours");
    row("flag in other words", "commander: true", "commander: yes",
        "14:16: \"commander\" wants true or false, not \"yes\"");
    row("unknown milestone", "milestone: resolved", "milestone: solved",
        "10:16: \"milestone\" wants impact_started, detected, declared, acknowledged, mitigated, resolved or closed, "
        "not \"solved\"");
    row("unknown timeline", "due: 48h", "timeline: some", "18:13: \"timeline\" wants key, pinned or all, not \"some\"");
    row("a long word is cut", "due: 48h", "due: llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochllanfairpwll",
        "18:8: \"due\" wants a duration such as 15m, 4h or 1w, not "
        "\"llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochll…\"");

    row("label twice", "statuses:", "  - {label: p0, name: Other, colour: \"#ffffff\"}\nstatuses:",
        "7:13: \"p0\" is given twice, first in line 4");
    row("placeholder twice", "word: Done\n    milestone: resolved", "word: \"%2\"\n  - word: \"%2\"",
        "10:11: \"%2\" is given twice, first in line 9");
    row("status twice", "word: Done", "word: open", "9:11: \"open\" is given twice, first in line 8");
    row("role id twice",
        "roster:", "  - {id: lead, name: Other}\nroster:", "15:10: \"lead\" is given twice, first in line 12");
    row("alias of another role", "roster:", "  - {id: other, name: Other, aliases: [x, LEAD]}\nroster:",
        "15:43: \"LEAD\" is given twice, first in line 12");
    row("handle twice", "name: Bob}", "name: Bob}\n  - {handle: BOB, name: Bobby}",
        "17:14: \"BOB\" is given twice, first in line 16");
    row("audience twice", "post_mortem:", "audiences:\n  - name: Internal\n  - name: internal\npost_mortem:",
        "19:11: \"internal\" is given twice, first in line 18");
    row("audience without a name",
        "post_mortem:", "audiences:\n  - channels: [x]\npost_mortem:", "18:5: \"name\" is missing");
    row("checklist without steps",
        "post_mortem:", "checklists:\n  - title: During\npost_mortem:", "18:5: a checklist wants steps");
    row("panel without an expression",
        "post_mortem:", "panels:\n  - title: Up\npost_mortem:", "18:5: \"expr\" is missing");
    row("panel with half a limit", "post_mortem:", "panels:\n  - {title: Up, expr: up, bad: \"> x\"}\npost_mortem:",
        "18:32: \"bad\" wants a number, or \"> 0.05\", \"< 3\", not \"> x\"");
    row("panel with a limit in percent",
        "post_mortem:", "panels:\n  - {title: Up, expr: up, bad: \"> 5 %\"}\npost_mortem:",
        "18:32: \"bad\" wants a number in the unit of the panel: 0.05 of percentunit or 5 of percent, not \"> 5 %\"");
    row("panel of no source", "post_mortem:", "panels:\n  - {title: Up, expr: up, source: x}\npost_mortem:",
        "18:35: there is no source \"x\"");
    row("source without an address",
        "post_mortem:", "sources:\n  - name: main\npost_mortem:", "18:5: a source wants a \"url\"");
    row("checklist twice",
        "post_mortem:", "checklists:\n  - {title: A, steps: [x]}\n  - {title: a, steps: [x]}\npost_mortem:",
        "19:13: \"a\" is given twice, first in line 18");
    row("section twice", "heading: Summary}", "heading: Summary}\n    - {id: other, heading: summary}",
        "21:28: \"summary\" is given twice, first in line 20");
    row("stranger as primary", "name: Lead", "name: Lead\n    primary: zoe",
        "14:14: \"primary\" names \"zoe\", who is not in the roster");
    row("stranger as backup", "name: Lead", "name: Lead\n    backup: zoe",
        "14:13: \"backup\" names \"zoe\", who is not in the roster");
    row("nobody leads", "    commander: true\n", "", "12:3: \"roles\" wants exactly one with \"commander: true\"");
    row("two lead", "roster:", "  - {id: other, name: Other, commander: true}\nroster:",
        "15:41: \"roles\" wants exactly one with \"commander: true\"");
    row("several lead", "commander: true", "commander: true\n    several: true",
        "15:14: the role that leads is held by one person");
    row("nothing resolves", "milestone: resolved", "milestone: mitigated",
        "8:3: \"statuses\" wants exactly one with \"milestone: resolved\"");
    row("begins as its end", "  - word: Open\n", "",
        "9:16: an incident begins as the first status, which cannot be its end");
    row("begins closed", "word: Open", "word: Open\n    milestone: closed",
        "9:16: an incident begins as the first status, which cannot be its end");
    row("two resolve", "word: Open", "word: Open\n    milestone: resolved",
        "11:16: \"statuses\" wants exactly one with \"milestone: resolved\"");

    row("alias", "title: Demo", "title: *name", "2:8: anchors and aliases (& and *) are not used in playbooks");
    row("anchor", "title: Demo", "title: &name Demo", "2:8: anchors and aliases (& and *) are not used in playbooks");
    row("tag", "title: Demo", "title: !!str Demo", "2:8: tags (!) are not used in playbooks");
    row("second document", "statuses:", "---\nstatuses:", "7:1: something follows the end of the playbook");
    row("tab", "    name: Critical", "\tname: Critical", "5:1: a tab in the indentation; only spaces indent");
    row("tab before a list", "severities:\n  -", "severities:\n\t-", "4:2: a list cannot begin here");
    row("colon in a text", "title: Demo", "title: Demo: two",
        "2:12: a colon cannot stand here; one is missing above, or the text wants quotes");
    row("column in characters", "title: Demo", "title: Dèmò: two",
        "2:12: a colon cannot stand here; one is missing above, or the text wants quotes");
    row("at sign in front", "title: Demo", "title: @demo",
        "2:8: a text cannot begin with this character; put it in quotes");
    row("open quote", "heading: Summary}", "heading: \"Summary}", "21:1: a quote is opened and never closed");
    row("open brace", "Summary}", "Summary", "21:1: a { is opened and never closed");
    row("indentation", "    name: Critical", "   name: Critical",
        "5:4: this does not fit what stands above; look at the indentation");
    row("escaped invisible character", "title: Demo", "title: \"De\\u202emo\"",
        "2:8: the invisible character U+202E is not allowed");
    row("escaped surrogate", "title: Demo", "title: \"De\\ud800mo\"", "2:17: not valid YAML: invalid unicode: 55296");
    row("escaped invisible character in a key", "title: Demo", "\"ti\\0tle\": Demo",
        "2:1: the invisible character U+0000 is not allowed");
    row("no colon", "title: Demo", "title Demo",
        "3:11: a colon cannot stand here; one is missing above, or the text wants quotes");
}

void LoaderTest::namesTheMistake()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, error);
    QCOMPARE(sample().count(from), 1);
    QCOMPARE(errorOf(sample().replace(from, to)), u"demo.yaml:"_s + error);
}

void LoaderTest::refusesInvisibleCharacters_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");

    QTest::newRow("nul") << QByteArray("\0", 1) << u"2:9: the invisible character U+0000 is not allowed"_s;
    QTest::newRow("end of transmission") << "\x04"_ba << u"2:9: the invisible character U+0004 is not allowed"_s;
    QTest::newRow("escape") << "\x1b"_ba << u"2:9: the invisible character U+001B is not allowed"_s;
    QTest::newRow("lone carriage return") << "\r"_ba << u"2:9: the invisible character U+000D is not allowed"_s;
    QTest::newRow("next line") << "\xc2\x85"_ba << u"2:9: the invisible character U+0085 is not allowed"_s;
    QTest::newRow("right to left") << "\xe2\x80\xae"_ba << u"2:9: the invisible character U+202E is not allowed"_s;
    QTest::newRow("isolate") << "\xe2\x81\xa6"_ba << u"2:9: the invisible character U+2066 is not allowed"_s;
    QTest::newRow("line separator") << "\xe2\x80\xa8"_ba << u"2:9: the invisible character U+2028 is not allowed"_s;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf"_ba << u"2:9: the invisible character U+FEFF is not allowed"_s;
    QTest::newRow("Latin-1") << "\xe9"_ba << u"2:9: a character that is not valid UTF-8"_s;
    QTest::newRow("surrogate") << "\xed\xa0\x80"_ba << u"2:9: a character that is not valid UTF-8"_s;
    QTest::newRow("cut off") << "\xf0\x9f\x94"_ba << u"2:9: a character that is not valid UTF-8"_s;
    QTest::newRow("in a comment") << " # \xe2\x80\xae"_ba << u"2:12: the invisible character U+202E is not allowed"_s;
}

void LoaderTest::refusesInvisibleCharacters()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    QCOMPARE(errorOf(sample().replace("title: Demo", "title: D" + bytes + "emo")), u"demo.yaml:"_s + error);
}

QTEST_GUILESS_MAIN(LoaderTest)
#include "tst_loader.moc"
