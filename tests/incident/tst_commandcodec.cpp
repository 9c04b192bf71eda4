// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/commandcodec.h"
#include "support/quiettest.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <set>

using namespace warroom;
using namespace warroom::incident;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const Instant moment = fromMs(1'769'869'380'123);
const EntryId entry{QUuid::createUuidV5(QUuid(), u"entry"_s)};
const PersonRef known{PersonId{QUuid::createUuidV5(QUuid(), u"person"_s)}, u"ana"_s, u"Ana Ł. \u202e😀"_s, u"ana"_s};
const QString text = u"pool\n\"full\" \t\\ ü 😀\u0007"_s;

AdoptedPlaybook playbookOfAll()
{
    AdoptedPlaybook playbook;
    playbook.name = u"standard"_s;
    playbook.zone = u"Europe/Berlin"_s;
    playbook.content = u"abc"_s;
    playbook.severities = {{u"P0"_s, 5min, 60min, 30min}, {u"P1"_s, {}, {}, {}}};
    playbook.statuses = {{u"Open"_s, {}}, {u"Resolved"_s, Milestone::Resolved}};
    playbook.roles = {{u"commander"_s, true, false}, {u"helper"_s, false, true}};
    playbook.sections = {u"summary"_s, u"causes"_s};
    return playbook;
}

/// Each command with all that may be set, and with nothing that may be left out.
std::vector<std::pair<const char*, Command>> everyCommand()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    return {
        {"declare", Declare{u"P0"_s, text, u"all"_s, moment, moment, playbookOfAll(), bytes, u"commander"_s}},
        {"declare, bare", Declare{}},
        {"retitle", Retitle{text}},
        {"severity", ChangeSeverity{u"P1"_s, text}},
        {"status", ChangeStatus{u"Open"_s, text}},
        {"resolve", Resolve{true, text}},
        {"resolve, bare", Resolve{}},
        {"close", Close{}},
        {"milestone", SetMilestone{Milestone::Detected, text, true}},
        {"impact", DescribeImpact{text}},
        {"role", AssignRole{u"commander"_s, known}},
        {"release", ReleaseRole{u"commander"_s, known}},
        {"release, all", ReleaseRole{u"commander"_s, {}}},
        {"update",
            SendUpdate{u"customers"_s, u"Open"_s, moment, text, u"the pool"_s, u"roll back"_s, u"nobody"_s, 30min}},
        {"update, bare", SendUpdate{{}, {}, {}, text, {}, {}, {}, {}}},
        {"update, impact emptied", SendUpdate{{}, {}, {}, text, {}, {}, QString(), 0min}},
        {"cadence", SetCadence{u"customers"_s, 15min}},
        {"note", Note{NoteKind::Hypothesis, text, true}},
        {"action", AssignAction{known, 10min, text}},
        {"action, bare", AssignAction{{}, {}, text}},
        {"mark", MarkAction{entry, Mark::Dropped}},
        {"owner", ChangeOwner{entry, known}},
        {"owner, nobody", ChangeOwner{entry, {}}},
        {"follow-up", ProposeFollowUp{known, QDate(2026, 2, 1), u"P1"_s, text}},
        {"follow-up, bare", ProposeFollowUp{{}, {}, {}, text}},
        {"runbook", AttachRunbook{text, u"pool.md"_s, {u"look\tyes\tno"_s, u"act"_s}, {{0, {1, 2}}}, bytes}},
        {"runbook, kept", AttachRunbook{text, {}, {u"look"_s}, {}, {}, u"c0ffee"_s}},
        {"runbook, bare", AttachRunbook{}},
        {"step", MarkStep{entry, 3, StepMark::Skipped, 1, text}},
        {"step, bare", MarkStep{entry, 0, StepMark::Started, {}, {}}},
        {"step noted", NoteStep{entry, 3, true, text}},
        {"variable", SetVariable{u"<pod>"_s, text}},
        {"alert",
            TellAlert{u"a1b2"_s, moment, AlertState::Suppressed, text, {{u"pod"_s, u"p-3"_s}, {u"zone"_s, {}}}, text,
                u"https://r/x"_s, u"https://p/g"_s}},
        {"alert, bare", TellAlert{}},
        {"section", WriteSection{u"summary"_s, text}},
        {"flag", FlagEntry{entry, Flag::Sensitive, false}},
        {"amend", AmendEntry{entry, moment, text}},
        {"amend, bare", AmendEntry{entry, {}, {}}},
        {"retract", RetractAct{entry, text}},
        {"redact", RedactEntries{{entry, following(entry, 1)}, {u"abc"_s}}},
        {"redact, bare", RedactEntries{}},
    };
}

Submission submitted(const Command& command, const std::optional<PersonRef>& by = {})
{
    return {entry, IncidentId{QUuid::createUuidV5(QUuid(), u"incident"_s)}, known, by, moment, command};
}

std::optional<Submission> read(const QByteArray& line)
{
    return submissionFromJson(QJsonDocument::fromJson(line).object());
}

QByteArray lineOf(const Submission& submission)
{
    return QJsonDocument(toJson(submission)).toJson(QJsonDocument::Compact);
}

} // namespace

/// What could not be logged yet survives as a line of text, and nothing else is read as if it had.
class TstCommandCodec : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandComesBackAsItWas_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const auto& [name, command] : everyCommand())
            QTest::newRow(name) << index++;
    }
    void everyCommandComesBackAsItWas()
    {
        QFETCH(int, index);
        const Command command = everyCommand()[std::size_t(index)].second;
        for (const auto& by : {std::optional<PersonRef>(), std::optional(known), std::optional(PersonRef{})}) {
            const QByteArray line = lineOf(submitted(command, by));
            QVERIFY(!line.contains('\n'));
            const std::optional<Submission> back = read(line);
            QVERIFY2(back.has_value(), line.constData());
            QVERIFY2(*back == submitted(command, by), line.constData());
        }
    }

    void noCommandIsLeftOut()
    {
        std::set<std::size_t> tested;
        for (const auto& [name, command] : everyCommand())
            tested.insert(command.index());
        QCOMPARE(tested.size(), std::variant_size_v<Command>);
    }

    void aLineThatWasCutOffIsNone()
    {
        for (const auto& [name, command] : everyCommand()) {
            const QByteArray line = lineOf(submitted(command, known));
            for (qsizetype length = 0; length < line.size(); ++length)
                QVERIFY2(!read(line.left(length)), name);
        }
    }

    void aValueOfTheWrongTypeIsNone()
    {
        const QJsonValueList wrong{QJsonValue(), true, 1.5, 1e300, u"no such word"_s, QJsonArray{QJsonArray{}},
            QJsonObject{{u"is"_s, u"no such command"_s}}};
        for (const auto& [name, command] : everyCommand()) {
            const Submission whole = submitted(command, known);
            const QJsonObject object = toJson(whole);
            const QJsonObject inside = object.value(u"command"_s).toObject();
            for (const QJsonValue& value : wrong) {
                for (const QString& key : object.keys())
                    comesBackOtherwiseOrNot(with(object, key, value), whole);
                for (const QString& key : inside.keys())
                    comesBackOtherwiseOrNot(with(object, u"command"_s, with(inside, key, value)), whole);
            }
        }
    }

    void aFieldThatIsMissingIsNoticed()
    {
        QJsonObject object = toJson(submitted(Note{NoteKind::Note, text, false}));
        for (const char* key : {"v", "act", "incident", "actor", "occurred_at", "command"}) {
            QJsonObject without = object;
            without.remove(QLatin1String(key));
            QVERIFY2(!submissionFromJson(without), key);
        }
        QVERIFY(!submissionFromJson({}));
    }

    void anotherVersionIsNotRead()
    {
        QJsonObject object = toJson(submitted(Close{}));
        QVERIFY(submissionFromJson(object));
        object.insert(u"v"_s, 2);
        QVERIFY(!submissionFromJson(object));
    }

    void garbageIsNone()
    {
        for (const char* line : {"", "null", "[]", "{}", "{\"v\":1}", "\xff\xfe", "{\"v\":1,\"command\":{}}", "x\0y"})
            QVERIFY2(!read(QByteArray(line)), line);
        QVERIFY(!read(QByteArray(100'000, '[')));
    }

private:
    using QJsonValueList = std::vector<QJsonValue>;

    static QJsonObject with(QJsonObject object, const QString& key, const QJsonValue& value)
    {
        object.insert(key, value);
        return object;
    }
    /// What is read is said again the same; text may be any text.
    static void comesBackOtherwiseOrNot(const QJsonObject& object, const Submission& whole)
    {
        const std::optional<Submission> back = submissionFromJson(object);
        if (back && *back != whole)
            QVERIFY(submissionFromJson(toJson(*back)) == back);
    }
};

QTEST_GUILESS_MAIN(TstCommandCodec)
#include "tst_commandcodec.moc"
