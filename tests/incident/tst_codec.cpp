// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/codec.h"
#include "incident/members.h"
#include "incident/story.h"
#include "support/quiettest.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray salt = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
const PersonId alice = rosterPersonId(u"alice"_s);
const PersonId dave = rosterPersonId(u"dave"_s);
const QString text = u"“Pool” 96 % \U0001F525\n\t<b>\\ \"x\""_s;

AdoptedPlaybook checking()
{
    AdoptedPlaybook playbook = team();
    playbook.checklists = {{u"During"_s, Milestone::Declared, {u"roles given"_s, u"room open"_s}}};
    return playbook;
}

/// One of every kind with everything in it, then the same kinds with as little as there can be.
std::vector<Body> samples()
{
    const EntryId entry = Story::act(1);
    return {
        IncidentDeclared{u"INC-2026-01-31-001"_s, u"P1"_s, u"Investigating"_s, text},
        IncidentRetitled{text},
        PlaybookAdopted{team()},
        PersonIntroduced{dave, u"dave"_s, u"Dave Wong"_s, u"dave"_s},
        SeverityChanged{u"P0"_s, text},
        StatusChanged{u"Resolved"_s, true, text},
        MilestoneSet{Milestone::ImpactStarted, text},
        ImpactDescribed{text},
        RoleAssigned{u"scribe"_s, dave},
        RoleReleased{u"scribe"_s, dave},
        UpdateSent{u"board"_s, at(u"15:00"_s), text, u"the pool"_s, u"roll back"_s},
        CadenceSet{u"board"_s, 20min},
        Noted{NoteKind::Decision, text},
        ActionAssigned{dave, 10min, text},
        ActionMarked{entry, Mark::Done},
        OwnerChanged{entry, dave},
        FollowUpProposed{dave, QDate(2026, 2, 10), u"P2"_s, text},
        RunbookAttached{u"c0ffee"_s, 2, {}, text, u"pool.md"_s, u"look\nact"_s},
        StepMarked{entry, 1, StepMark::Skipped, 0, text},
        StepNoted{entry, 1, true, text},
        VariableSet{u"<pod>"_s, text},
        AlertChanged{u"a1b2"_s, at(u"13:40"_s), AlertState::Firing, text, u"pod=p-3"_s, text, u"https://r/x"_s,
            u"https://p/g"_s},
        SectionWritten{u"root-cause"_s, text},
        EntryFlagged{entry, Flag::Pinned, true},
        EntryAmended{entry, at(u"13:50:00.007"_s), text},
        EntryRetracted{entry, text},
        EntryRedacted{{entry, Story::act(2)}, {u"c0ffee"_s}},

        IncidentDeclared{u"INC-1"_s, u"P1"_s, {}, u"x"_s},
        PlaybookAdopted{},
        PlaybookAdopted{checking()},
        PersonIntroduced{dave, {}, u"Dave"_s, {}},
        PersonIntroduced{dave, {}, {}, u"dave"_s},
        SeverityChanged{u"P0"_s, {}},
        StatusChanged{u"Monitoring"_s, false, {}},
        MilestoneSet{Milestone::Closed, {}},
        UpdateSent{{}, {}, u"x"_s},
        CadenceSet{{}, 0min},
        Noted{NoteKind::Note, u"x"_s},
        Noted{NoteKind::Hypothesis, u"x"_s},
        Noted{NoteKind::Question, u"x"_s},
        Noted{NoteKind::Link, u"x"_s},
        ActionAssigned{{}, {}, u"x"_s},
        ActionMarked{entry, Mark::Started},
        ActionMarked{entry, Mark::Dropped},
        OwnerChanged{entry, {}},
        RunbookAttached{u"c0ffee"_s, 1, {}, u"x"_s, {}, u"look"_s},
        RunbookAttached{{}, 2, {{0, {2, 1}}, {1, {0}}}, u"x"_s, {}, u"look\tfull\tempty\nact"_s},
        StepMarked{entry, 0, StepMark::Done, {}, {}},
        StepMarked{entry, 0, StepMark::Open, {}, {}},
        StepMarked{entry, 0, StepMark::Started, {}, {}},
        StepNoted{entry, 0, false, u"x"_s},
        AlertChanged{u"a1b2"_s, at(u"13:40"_s), AlertState::Suppressed, u"x"_s},
        AlertChanged{u"a1b2"_s, at(u"13:40"_s), AlertState::Resolved, u"x"_s},
        FollowUpProposed{{}, {}, {}, u"x"_s},
        EntryFlagged{entry, Flag::Sensitive, false},
        EntryAmended{entry, {}, u"x"_s},
        EntryAmended{entry, at(u"13:50"_s), {}},
        EntryRetracted{entry, {}},
        EntryRedacted{{}, {}},
    };
}

/// The columns that a body fills.
Envelope columns(const Body& body, const std::optional<PersonId>& by = {})
{
    const Encoded encoded = encode(body, by, salt);
    Envelope envelope;
    envelope.id = Story::act(1);
    envelope.type = encoded.type;
    envelope.version = encoded.version;
    envelope.actor = alice;
    envelope.facts = encoded.facts;
    envelope.prose = encoded.prose;
    envelope.proseHash = encoded.prose ? sha256(*encoded.prose) : QByteArray();
    return envelope;
}

Envelope with(const char* type, const char* facts)
{
    Envelope envelope = columns(Noted{NoteKind::Note, u"x"_s});
    envelope.type = QString::fromLatin1(type);
    envelope.facts = facts;
    return envelope;
}

/// The one whose hash is known from elsewhere.
Envelope whole()
{
    Envelope e;
    e.id = Story::act(3);
    e.incident = {Story::act(0, 7).uuid};
    e.act = Story::act(2);
    e.origin = {Story::act(0, 8).uuid};
    e.originSeq = 12;
    e.hlc = 116066220441600001;
    e.type = u"noted"_s;
    e.version = 1;
    e.actor = alice;
    e.occurredAt = at(u"14:31"_s);
    e.recordedAt = at(u"14:31:05.250"_s);
    e.basis = Story::act(1);
    e.facts = R"({"kind":"decision"})";
    e.prose = R"({"salt":"00","text":"Zurück"})";
    e.proseHash = sha256(*e.prose);
    return e;
}

} // namespace

Q_DECLARE_METATYPE(warroom::incident::Envelope)

/// The stored form, which is for ever.
class TstCodec : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyBodyComesBack();
    void theSamplesAreComplete();
    void theStoredFormIsFrozen();
    void whatWasStoredThenIsReadNow();
    void everySeverityMilestoneAndFlagHasItsWord();
    void whoSaidItIsAmongTheFacts();
    void theSaltIsPartOfTheProse();
    void withoutTextThereIsNoProse();
    void emptiedProseLeavesTheFacts();
    void whatCannotBeReadIsKeptAsItIs_data();
    void whatCannotBeReadIsKeptAsItIs();
    void plainMembersReadAsQtReadsThem_data();
    void plainMembersReadAsQtReadsThem();
    void whatIsNewAmongTheFactsDoesNoHarm();
    void theChainHashIsFrozen();
    void theChainHashCoversEveryColumnButProse_data();
    void theChainHashCoversEveryColumnButProse();
    void columnsDoNotRunTogether();
    void whatPeopleSearchFor();
};

void TstCodec::everyBodyComesBack()
{
    for (const Body& body : samples()) {
        for (const std::optional<PersonId>& by : {std::optional<PersonId>(), std::optional(dave)}) {
            Envelope envelope = columns(body, by);
            const Event event = decode(envelope);
            QVERIFY2(event.body == body, envelope.facts.constData());
            envelope.by = by;
            QVERIFY(event.envelope == envelope);
            QVERIFY(!event.redacted());
        }
    }
}

void TstCodec::theSamplesAreComplete()
{
    const std::vector<Body> all = samples();
    QCOMPARE(std::variant_size_v<Body>, 28u);
    for (std::size_t kind = 0; kind + 1 < std::variant_size_v<Body>; ++kind)
        QCOMPARE(all[kind].index(), kind);
    QCOMPARE(typeWord(Unknown{u"pager-rang"_s}), u"pager-rang"_s);
}

void TstCodec::theStoredFormIsFrozen()
{
    QFile file(QStringLiteral(WARROOM_GOLDEN "/log-v1.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArrayList golden = file.readAll().split('\n');
    QCOMPARE(golden.takeLast(), QByteArray());
    QByteArrayList now;
    for (const Body& body : samples()) {
        const Encoded encoded = encode(body, dave, salt);
        QCOMPARE(encoded.version, 1);
        now << encoded.type.toUtf8() + ' ' + encoded.facts + ' ' + encoded.prose.value_or("-");
    }
    for (qsizetype line = 0; line < std::min(golden.size(), now.size()); ++line)
        QCOMPARE(now[line], golden[line]);
    QCOMPARE(now.size(), golden.size());
}

void TstCodec::whatWasStoredThenIsReadNow()
{
    QFile file(QStringLiteral(WARROOM_GOLDEN "/log-v1.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const Body& body : samples()) {
        const QByteArray line = file.readLine().chopped(1);
        const qsizetype facts = line.indexOf(' ');
        const qsizetype prose = line.endsWith(" -") ? line.size() - 2 : line.lastIndexOf(" {\"");
        Envelope envelope = whole();
        envelope.type = QString::fromUtf8(line.first(facts));
        envelope.facts = line.sliced(facts + 1, prose - facts - 1);
        envelope.prose = line.endsWith(" -") ? std::nullopt : std::optional(line.sliced(prose + 1));
        const Event event = decode(envelope);
        QVERIFY2(event.body == body, line.constData());
        QCOMPARE(event.envelope.by, std::optional(dave));
    }
    QVERIFY(file.atEnd());
}

void TstCodec::everySeverityMilestoneAndFlagHasItsWord()
{
    QByteArrayList words;
    for (const Milestone milestone : playbook::allMilestones)
        words << encode(MilestoneSet{milestone, {}}, {}, salt).facts;
    QCOMPARE(words,
        (QByteArrayList{R"({"milestone":"impact_started"})", R"({"milestone":"detected"})",
            R"({"milestone":"declared"})", R"({"milestone":"acknowledged"})", R"({"milestone":"mitigated"})",
            R"({"milestone":"resolved"})", R"({"milestone":"closed"})"}));
}

void TstCodec::whoSaidItIsAmongTheFacts()
{
    const Body body = Noted{NoteKind::Note, u"x"_s};
    QCOMPARE(encode(body, {}, salt).facts, QByteArray(R"({"kind":"note"})"));
    QCOMPARE(encode(body, dave, salt).facts, R"({"by":")" + dave.text().toLatin1() + R"(","kind":"note"})");
    QVERIFY(!decode(with("noted", R"({"kind":"note"})")).envelope.by);
    QVERIFY(!decode(with("noted", R"({"by":"","kind":"note"})")).envelope.by);
}

void TstCodec::theSaltIsPartOfTheProse()
{
    const Body body = Noted{NoteKind::Note, u"hunter2"_s};
    const Encoded one = encode(body, {}, salt);
    QCOMPARE(*one.prose, QByteArray(R"({"salt":"000102030405060708090a0b0c0d0e0f","text":"hunter2"})"));
    const Encoded other = encode(body, {}, QByteArray(16, 'x'));
    QVERIFY(sha256(*one.prose) != sha256(*other.prose));
    QCOMPARE(one.facts, other.facts);
}

void TstCodec::withoutTextThereIsNoProse()
{
    for (const Body& body :
        {Body(SeverityChanged{u"P0"_s, {}}), Body(RoleAssigned{u"scribe"_s, dave}),
            Body(PersonIntroduced{dave, {}, {}, {}}), Body(EntryRedacted{}), Body(EntryAmended{Story::act(1), {}, {}})})
        QVERIFY(!encode(body, dave, salt).prose);
}

void TstCodec::emptiedProseLeavesTheFacts()
{
    for (const Body& body : samples()) {
        Envelope envelope = columns(body, dave);
        const bool had = envelope.prose.has_value();
        envelope.prose.reset();
        const Event event = decode(envelope);
        QCOMPARE(event.redacted(), had);
        QCOMPARE(event.body.index(), body.index());
        QCOMPARE(encode(event.body, dave, salt).facts, envelope.facts);
        QVERIFY(proseText(event.body).trimmed().isEmpty());
    }
}

void TstCodec::whatCannotBeReadIsKeptAsItIs_data()
{
    QTest::addColumn<Envelope>("envelope");
    const auto row = [](const char* sentence, const Envelope& envelope) { QTest::newRow(sentence) << envelope; };
    const auto changed = [](auto change) {
        Envelope envelope = columns(Noted{NoteKind::Note, u"x"_s});
        change(envelope);
        return envelope;
    };
    row("an unknown type", changed([](Envelope& e) { e.type = u"pager-rang"_s; }));
    row("a type in other letters", changed([](Envelope& e) { e.type = u"Noted"_s; }));
    row("no type", changed([](Envelope& e) { e.type.clear(); }));
    row("a newer version", changed([](Envelope& e) { e.version = 2; }));
    row("version 0", changed([](Envelope& e) { e.version = 0; }));
    row("an impossible time", changed([](Envelope& e) { e.occurredAt = fromMs(std::numeric_limits<qint64>::max()); }));
    row("an impossible time long ago",
        changed([](Envelope& e) { e.occurredAt = fromMs(std::numeric_limits<qint64>::min()); }));
    row("prose that is no JSON", changed([](Envelope& e) { e.prose = "hunter2"; }));
    row("prose that is a list", changed([](Envelope& e) { e.prose = "[]"; }));
    row("facts that are no JSON", with("noted", "{\"kind\":"));
    row("no facts", with("noted", ""));
    row("facts that are a list", with("noted", "[]"));
    row("a missing fact", with("noted", "{}"));
    row("a fact of another type", with("noted", R"({"kind":1})"));
    row("an unknown word", with("noted", R"({"kind":"joke"})"));
    row("a broken id", with("role-assigned", R"({"role":"scribe","person":"dave"})"));
    row("an id with something behind it",
        with("action-marked", R"({"action":"019c1430-0000-7000-8000-000000000100x","mark":"done"})"));
    row("the null id", with("role-assigned", R"({"role":"scribe","person":"00000000-0000-0000-0000-000000000000"})"));
    row("a broken by", with("noted", R"({"kind":"note","by":"dave"})"));
    row("a number in quotes", with("cadence-set", R"({"every_min":"5"})"));
    row("a negative duration", with("cadence-set", R"({"every_min":-5})"));
    row("half a minute", with("cadence-set", R"({"every_min":0.5})"));
    row("an endless duration", with("cadence-set", R"({"every_min":1000000001})"));
    row("a number beyond a double's digits", with("update-sent", R"({"next_due":9007199254740994})"));
    row("an infinite number", with("update-sent", R"({"next_due":1e300})"));
    row("null instead of a time", with("update-sent", R"({"next_due":null})"));
    row("a flag that is a word", with("status-changed", R"({"status":"Resolved","false_alarm":"yes"})"));
    row("a date that is none", with("follow-up-proposed", R"({"due":"2026-02-30"})"));
    row("a list with a number in it", with("entry-redacted", R"({"entries":[],"contents":[1]})"));
    row("a list with a broken id", with("entry-redacted", R"({"entries":["x"],"contents":[]})"));
    row("a list that is none", with("entry-redacted", R"({"entries":"x","contents":[]})"));
    row("a severity that is no object",
        with("playbook-adopted", R"({"name":"a","zone":"UTC","content":"","severities":["P1"]})"));
    row("a severity without a label",
        with("playbook-adopted", R"({"name":"a","zone":"UTC","content":"","severities":[{}]})"));
    row("a status without a word",
        with("playbook-adopted", R"({"name":"a","zone":"UTC","content":"","statuses":[{}]})"));
    row("a role without an id", with("playbook-adopted", R"({"name":"a","zone":"UTC","content":"","roles":[{}]})"));
    row("a severity's target that is no number",
        with("playbook-adopted",
            R"({"name":"a","zone":"UTC","content":"","severities":[{"label":"P1","respond_min":true}]})"));
}

void TstCodec::whatCannotBeReadIsKeptAsItIs()
{
    QFETCH(Envelope, envelope);
    const Event event = decode(envelope);
    QVERIFY(event.body == Body(Unknown{envelope.type}));
    QVERIFY(event.envelope == envelope);
}

void TstCodec::plainMembersReadAsQtReadsThem_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char* json : {"{}", "{\"a\":\"b\"}", "{\"a\":\"b\",\"b\":\"\"}", "{\"a\":\"b\",\"a\":\"c\"}",
             "{\"\":\"a\"}", "{\"a\":\"Größe 🔥\"}", "{\"ä\":\"b\"}", "{\"a\":\"\x7f\"}", "{\"a\":\"\xff\"}",
             "{\"a\":\"\xc3\"}", "{\"a\":\"\xed\xa0\x80\"}", "{\"a\":\"\xef\xbf\xbf\"}", "{\"a\":\"b\\nc\"}",
             "{\"a\":\"\\u00e4\"}", "{\"a\":\"b\nc\"}", "{\"a\":1}", "{\"a\":\"b\",\"b\":true}",
             "{\"a\":{\"a\":\"b\"}}", "{\"a\":null}", "{ \"a\" : \"b\" }", "{\"a\":\"b\"} ",
             "\xef\xbb\xbf{\"a\":\"b\"}", "{\"a\":\"b\",}", "{\"a\":\"b\"}}", "{\"a\":\"b", "{\"a\":\"b\"", "{\"a\"}",
             "{\"a\":}", "{,}", "{\"a\":\"b\"\"b\":\"c\"}", "[]", "[\"a\"]", "\"a\"", "", " "})
        QTest::newRow(json) << QByteArray(json);
    QTest::newRow("U+0000") << QByteArray("{\"a\":\"b\0c\"}", 11);
}

void TstCodec::plainMembersReadAsQtReadsThem()
{
    QFETCH(QByteArray, json);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const std::optional<Members> members = Members::read(json);
    QCOMPARE(members.has_value(), document.isObject());
    for (const char* key : {"a", "b", ""}) {
        const QJsonValue value = document.object().value(QString::fromUtf8(key));
        QCOMPARE(members ? members->value(key) : QJsonValue(QJsonValue::Undefined), value);
        const std::optional<QString> said = value.isString() ? std::optional(value.toString()) : std::nullopt;
        QVERIFY(!members || members->text(key) == said);
    }
}

void TstCodec::whatIsNewAmongTheFactsDoesNoHarm()
{
    QVERIFY(decode(with("noted", R"({"kind":"note","mood":"bad"})")).body == Body(Noted{NoteKind::Note, u"x"_s}));
    QVERIFY(decode(with("cadence-set", "{}")).body == Body(CadenceSet{}));
}

void TstCodec::theChainHashIsFrozen()
{
    // Computed with Python's hashlib and struct.
    QCOMPARE(
        chainHash(whole(), {}).toHex(), QByteArray("0b0774944241e8a63b93c134dbbc97c8cbfada2f0860c89c86e4725f92d0256f"));
    QCOMPARE(chainHash(whole(), QByteArray(32, char(0xab))).toHex(),
        QByteArray("693f33afacb62e6d6dc879a619a4824c179e104e759e7e6ebfad612be35b1b2d"));
    Envelope bare = whole();
    bare.basis.reset();
    bare.prose.reset();
    bare.proseHash.clear();
    QCOMPARE(
        chainHash(bare, {}).toHex(), QByteArray("232932ae5d6308afbbe97798453ff4d67b4d95da1a5875925f984734b2b37c6c"));
}

void TstCodec::theChainHashCoversEveryColumnButProse_data()
{
    QTest::addColumn<Envelope>("changed");
    QTest::addColumn<bool>("covered");
    const auto row = [](const char* column, auto change, bool covered = true) {
        Envelope envelope = whole();
        change(envelope);
        QVERIFY(!(envelope == whole()));
        QTest::newRow(column) << envelope << covered;
    };
    row("id", [](Envelope& e) { e.id = Story::act(4); });
    row("incident", [](Envelope& e) { e.incident = {Story::act(4).uuid}; });
    row("act", [](Envelope& e) { e.act = Story::act(4); });
    row("origin", [](Envelope& e) { e.origin = {Story::act(4).uuid}; });
    row("origin_seq", [](Envelope& e) { ++e.originSeq; });
    row("hlc", [](Envelope& e) { ++e.hlc; });
    row("type", [](Envelope& e) { e.type += u'x'; });
    row("version", [](Envelope& e) { ++e.version; });
    row("actor", [](Envelope& e) { e.actor = dave; });
    row("occurred_at", [](Envelope& e) { e.occurredAt += 1ms; });
    row("recorded_at", [](Envelope& e) { e.recordedAt += 1ms; });
    row("basis", [](Envelope& e) { e.basis = Story::act(4); });
    row("no basis", [](Envelope& e) { e.basis.reset(); });
    row("facts", [](Envelope& e) { e.facts.replace(':', ": "); });
    row("prose_hash", [](Envelope& e) { e.proseHash[0] = char(e.proseHash[0] ^ 1); });
    row("no prose_hash", [](Envelope& e) { e.proseHash.clear(); });
    row(
        "prose, which may be emptied", [](Envelope& e) { e.prose.reset(); }, false);
    row(
        "the hash itself", [](Envelope& e) { e.hash = "x"; }, false);
    row(
        "by, which is in the facts", [](Envelope& e) { e.by = dave; }, false);
}

void TstCodec::theChainHashCoversEveryColumnButProse()
{
    QFETCH(Envelope, changed);
    QFETCH(bool, covered);
    QCOMPARE(chainHash(changed, {}) != chainHash(whole(), {}), covered);
}

void TstCodec::columnsDoNotRunTogether()
{
    Envelope one = whole();
    Envelope other = whole();
    one.originSeq = 1;
    one.hlc = 23;
    other.originSeq = 12;
    other.hlc = 3;
    QVERIFY(chainHash(one, {}) != chainHash(other, {}));
    QVERIFY(chainHash(whole(), {}) != chainHash(whole(), QByteArray(1, '\0')));
}

void TstCodec::whatPeopleSearchFor()
{
    QCOMPARE(proseText(Noted{NoteKind::Note, u"pool full"_s}), u"pool full"_s);
    QCOMPARE(proseText(PersonIntroduced{dave, u"key"_s, u"Dave Wong"_s, u"dave"_s}), u"Dave Wong dave"_s);
    QCOMPARE(proseText(EntryAmended{Story::act(1), {}, u"x"_s}), u"x"_s);
    QCOMPARE(proseText(EntryAmended{Story::act(1), {}, {}}), QString());
    QCOMPARE(proseText(RoleAssigned{u"scribe"_s, dave}), QString());
}

QTEST_APPLESS_MAIN(TstCodec)
#include "tst_codec.moc"
