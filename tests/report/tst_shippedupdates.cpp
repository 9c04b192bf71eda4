// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/people.h"
#include "playbook/lines.h"
#include "report/statusupdate.h"
#include "report/story.h"
#include "support/quiettest.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::incident;
using namespace warroom::report;
using namespace warroom::tests;

namespace {

const Instant now = at(u"2026-01-31T14:38:00Z"_s);

/// How much is known of the incident that is told.
enum class Known {
    All,
    OnlyTheCause,
    Nothing,
    Contradiction, ///< It was over before it was noticed.
};
constexpr std::array allKnown{Known::All, Known::OnlyTheCause, Known::Nothing, Known::Contradiction};

/// Which of an audience's three texts.
enum class Part { Initial, Regular, Resolution };
constexpr std::array allParts{Part::Initial, Part::Regular, Part::Resolution};

QStringList shippedNames()
{
    QStringList names = QDir(QStringLiteral(WARROOM_PLAYBOOKS)).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
    std::ranges::transform(names, names.begin(), [](const QString& name) { return name.chopped(5); });
    return names;
}

QString endOf(const playbook::Playbook& playbook)
{
    const auto end =
        std::ranges::find(playbook.statuses, std::optional(Milestone::Resolved), &playbook::Status::milestone);
    return end->word;
}

Story storyOf(const playbook::Playbook& playbook, const QString& audience, Part part, Known known)
{
    Story story(u"2026-01-31T14:23:00Z"_s, u"Sockets drop"_s);
    // The least severity has no cadence in most of the playbooks, so that no next update is promised.
    const playbook::Severity& severity = known == Known::All ? playbook.severities.front() : playbook.severities.back();
    story.say(u"2026-01-31T14:23:00Z"_s, PlaybookAdopted{adopt(playbook, {})});
    story.say(u"2026-01-31T14:23:00Z"_s, SeverityChanged{severity.label, {}});
    story.say(u"2026-01-31T14:23:00Z"_s, StatusChanged{playbook.statuses.front().word, false, {}});
    if (part == Part::Regular)
        story.say(u"2026-01-31T14:24:00Z"_s, UpdateSent{audience, {}, u"We are on it."_s});
    if (known == Known::All || known == Known::OnlyTheCause)
        story.say(u"2026-01-31T14:25:00Z"_s, Noted{NoteKind::Hypothesis, u"the pool leaks"_s});
    if (known == Known::All) {
        story.say(u"2026-01-31T14:25:00Z"_s, ImpactDescribed{u"5,000 users"_s});
        const EntryId done = story.say(u"2026-01-31T14:26:00Z"_s, ActionAssigned{{}, {}, u"Roll back"_s});
        const EntryId started = story.say(u"2026-01-31T14:26:00Z"_s, ActionAssigned{{}, {}, u"Drain prod-3"_s});
        story.say(
            u"2026-01-31T14:26:00Z"_s, ActionAssigned{story.person(u"Dave Wong"_s), {}, u"Watch the error rate"_s});
        story.say(u"2026-01-31T14:30:00Z"_s, ActionMarked{done, Mark::Done});
        story.say(u"2026-01-31T14:31:00Z"_s, ActionMarked{started, Mark::Started});
        story.followUp(u"Bob"_s, u"2026-02-01"_s, {}, u"Add the timeout"_s);
        story.followUp(u"Bob"_s, u"2026-02-02"_s, {}, u"Add an alert"_s);
    }
    if (part == Part::Resolution)
        story.say(u"2026-01-31T14:37:00Z"_s, StatusChanged{endOf(playbook), false, {}});
    if (known == Known::Contradiction)
        story.say(u"2026-01-31T14:38:00Z"_s, MilestoneSet{Milestone::Detected, {}});
    return story;
}

QString textOf(const playbook::Playbook& playbook, const playbook::Audience& audience, Part part, Known known)
{
    const IncidentState state = storyOf(playbook, audience.id, part, known).state();
    const UpdateForm form = regularForm(state, audience.id, now);
    const Result<QString> text = updateText(form, state, playbook, audience, now);
    return text ? *text : u"refused: {{"_s + text.error().detail;
}

/// "**Root Cause**: …", "ROOT CAUSE (preliminary): …"
bool isHeading(const QString& line)
{
    static const QRegularExpression heading(u"^\\**[A-Z][A-Za-z -]*(\\([a-z]+\\))?\\**:( |$)"_s);
    return heading.match(line).hasMatch();
}

bool isUnderline(const QStringList& lines, qsizetype i)
{
    return i > 0 && !lines[i - 1].isEmpty() && std::ranges::all_of(lines[i], [](QChar c) { return c == u'='; });
}

/// What must not go out; empty for a good text. A severity's label and a box to tick are all that brackets are for.
QStringList flaws(const QString& text, const QString& severity)
{
    QStringList found;
    const auto check = [&](bool bad, const QString& what) {
        if (bad)
            found += what;
    };
    check(text.contains(u"{{"_s) || text.contains(u"}}"_s), u"a tag"_s);
    check(QString(text).remove(u'[' + severity + u']').remove(u"- [ ] "_s).contains(u'['), u"a placeholder"_s);
    check(text.contains(u"()"_s), u"empty parentheses"_s);
    check(text.contains(u"\n\n\n"_s), u"two empty lines"_s);
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString& line = lines[i];
        const QString next = lines.value(i + 1);
        check(line.endsWith(u' '), u"a space at the end: "_s + line);
        check(line.trimmed().endsWith(u':') && (next.isEmpty() || isHeading(next)), u"nothing below: "_s + line);
        check(!line.isEmpty() && std::ranges::none_of(line, [](QChar c) { return c.isLetterOrNumber(); })
                && !isUnderline(lines, i),
            u"only punctuation: "_s + line);
    }
    return found;
}

} // namespace

/// What the shipped playbooks say to each of their audiences, before anybody has changed a word of it.
class TestShippedUpdates : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aFlawIsFound_data();
    void aFlawIsFound();
    void everyTextCanGoOutAsItStands_data();
    void everyTextCanGoOutAsItStands();
    void everyTextSaysWhereItStands_data() { everyTextCanGoOutAsItStands_data(); }
    void everyTextSaysWhereItStands();
    void aFormAsksForWhatItsTextHasAPlaceFor_data();
    void aFormAsksForWhatItsTextHasAPlaceFor();
    void customersAreToldNoSuspicionAndNotWhoLeads_data();
    void customersAreToldNoSuspicionAndNotWhoLeads();
};

void TestShippedUpdates::aFlawIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << u"[P0] It broke\n=====\nCAUSE: a\n\nDONE:\n- [ ] b"_s << QStringList();
    QTest::newRow("tag") << u"{{impact}}"_s << QStringList(u"a tag"_s);
    QTest::newRow("placeholder") << u"ETA: [TIME]"_s << QStringList(u"a placeholder"_s);
    QTest::newRow("parentheses") << u"P0 ()"_s << QStringList(u"empty parentheses"_s);
    QTest::newRow("lines") << u"a\n\n\nb"_s << QStringList(u"two empty lines"_s);
    QTest::newRow("value") << u"IMPACT:\nDURATION: a"_s << QStringList(u"nothing below: IMPACT:"_s);
    QTest::newRow("space") << u"IMPACT: "_s
                           << QStringList({u"a space at the end: IMPACT: "_s, u"nothing below: IMPACT: "_s});
    QTest::newRow("last") << u"a\n**Root Cause**:"_s << QStringList(u"nothing below: **Root Cause**:"_s);
    QTest::newRow("list") << u"a:\n\nb"_s << QStringList(u"nothing below: a:"_s);
    QTest::newRow("bullet") << u"a\n-"_s << QStringList(u"only punctuation: -"_s);
    QTest::newRow("underline") << u"a\n\n===\nb"_s << QStringList(u"only punctuation: ==="_s);
}

void TestShippedUpdates::aFlawIsFound()
{
    QFETCH(QString, text);
    QTEST(flaws(text, u"P0"_s), "expected");
}

void TestShippedUpdates::everyTextCanGoOutAsItStands_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : shippedNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestShippedUpdates::everyTextCanGoOutAsItStands()
{
    QFETCH(QString, name);
    const auto playbook = playbook::shippedPlaybook(name);
    QVERIFY(playbook);
    for (const playbook::Audience& audience : playbook->audiences) {
        for (Part part : allParts) {
            for (Known known : allKnown) {
                const QString text = textOf(*playbook, audience, part, known);
                const QString& severity = storyOf(*playbook, audience.id, part, known).state().severity.value;
                const QStringList found = flaws(text, severity);
                QVERIFY2(
                    found.isEmpty(), qPrintable(audience.name + u":\n"_s + text + u"\n---\n"_s + found.join(u'\n')));
            }
        }
    }
}

void TestShippedUpdates::everyTextSaysWhereItStands()
{
    QFETCH(QString, name);
    const auto playbook = playbook::shippedPlaybook(name);
    QVERIFY(playbook);
    for (const playbook::Audience& audience : playbook->audiences) {
        for (Part part : allParts) {
            const QString text = textOf(*playbook, audience, part, Known::All);
            const QString status = part == Part::Resolution ? endOf(*playbook) : playbook->statuses.front().word;
            // An internal notification says that it is declared, and is the only one without the word.
            const bool said =
                text.contains(status, Qt::CaseInsensitive) || text.startsWith(u"INCIDENT NOTIFICATION\n"_s);
            QVERIFY2(said, qPrintable(audience.name + u":\n"_s + text));
        }
    }
}

void TestShippedUpdates::aFormAsksForWhatItsTextHasAPlaceFor_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<QStringList>("expected");
    const QString all = u"impact done cause next_steps"_s;
    const auto row = [](const QString& name, const QString& audience, const QStringList& expected) {
        QTest::newRow(qPrintable(name + u' ' + audience)) << name << audience << expected;
    };
    row(u"standard"_s, {}, {all, all, u"impact done cause"_s});
    row(u"erlmcp-incident-response"_s, u"Internal"_s, {u"impact done next_steps"_s, all, u"impact done cause"_s});
    row(u"erlmcp-v3-runbooks"_s, u"Internal"_s, {u"impact"_s, all, u"done cause"_s});
    row(u"erlmcp-v3-playbook"_s, u"Internal"_s, {u"impact done"_s, u"done next_steps"_s, u"done cause"_s});
    row(u"erlmcp-v3-playbook"_s, u"Customers"_s, {u"impact"_s, u"impact"_s, u"impact"_s});
    row(u"mcp-edge-gateway-playbook"_s, u"Internal"_s, {u"impact"_s, u"done cause next_steps"_s, u"done cause"_s});
    row(u"mcp-edge-gateway-playbook"_s, u"Customer"_s, {u"impact"_s, u"done next_steps"_s, u"done cause"_s});
    row(u"mcp-edge-gateway-playbook"_s, u"Stakeholders"_s, {u"impact"_s, u"done cause next_steps"_s, u"done cause"_s});
    row(u"tai-autonomics-playbook"_s, u"Internal"_s, {u"impact"_s, u"done cause next_steps"_s, all});
    row(u"tai-autonomics-playbook"_s, u"Customers"_s, {u"impact"_s, u"done next_steps"_s, all});
}

void TestShippedUpdates::aFormAsksForWhatItsTextHasAPlaceFor()
{
    QFETCH(QString, name);
    QFETCH(QString, audience);
    const auto playbook = playbook::shippedPlaybook(name);
    QVERIFY(playbook);
    const auto told = std::ranges::find(playbook->audiences, audience, &playbook::Audience::name);
    QVERIFY(told != playbook->audiences.end());
    QStringList fields;
    for (Part part : allParts) {
        const IncidentState state = storyOf(*playbook, told->id, part, Known::All).state();
        fields += usedFields(regularForm(state, told->id, now), state, *told).join(u' ');
    }
    QTEST(fields, "expected");
}

void TestShippedUpdates::customersAreToldNoSuspicionAndNotWhoLeads_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"erlmcp-v3-playbook", "mcp-edge-gateway-playbook", "tai-autonomics-playbook"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestShippedUpdates::customersAreToldNoSuspicionAndNotWhoLeads()
{
    QFETCH(QString, name);
    const auto playbook = playbook::shippedPlaybook(name);
    QVERIFY(playbook);
    const auto customers = std::ranges::find_if(playbook->audiences,
        [](const playbook::Audience& audience) { return audience.name.startsWith(u"Customer"_s); });
    QVERIFY(customers != playbook->audiences.end());
    for (const QString& text : {customers->initial, customers->regular})
        QVERIFY2(!text.contains(u"{{{cause}}}"_s), qPrintable(text));
    for (const QString& text : {customers->initial, customers->regular, customers->resolution})
        QVERIFY2(!text.contains(u"{{{commander}}}"_s) && !text.contains(u"{{{owner}}}"_s), qPrintable(text));
}

QTEST_APPLESS_MAIN(TestShippedUpdates)
#include "tst_shippedupdates.moc"
