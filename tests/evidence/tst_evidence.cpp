// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/measured.h"
#include "evidence/evidence.h"
#include "report/story.h"
#include "support/quiettest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::evidence;
using namespace warroom::incident;
using namespace warroom::tests;

namespace {

std::vector<recorder::Recorded> recorded()
{
    return {{{u"=Errors, \"all\""_s, u"errors"_s, u"reqps"_s, {}, {}}, {measured(u"a"_s, 3), measured(u"b"_s, -5)}},
        {{u"Nothing"_s, u"nothing"_s, u"s"_s, {}, {}}, {}}};
}

Story decided()
{
    Story story(u"2026-01-31T14:00:00Z"_s);
    story.say(u"2026-01-31T14:10:00Z"_s, Noted{NoteKind::Decision, u"roll *back*"_s});
    story.say(u"2026-01-31T14:11:00Z"_s, Noted{NoteKind::Note, u"a mere note"_s});
    return story;
}

} // namespace

/// What was measured, beside the post-mortem.
class TestEvidence : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void theSectionShowsTheFiles()
    {
        const Evidence all = evidenceOf(decided().state(), tests::playbook(), recorded(), u"pm"_s);
        QCOMPARE(all.files.size(), 2u);
        QCOMPARE(all.files[0].name, u"pm-measured-1.svg"_s);
        QVERIFY(all.files[0].bytes.contains("<svg"));
        QCOMPARE(all.files[1].name, u"pm-measured.csv"_s);
        QVERIFY2(all.section.startsWith(u"## Measured\n\n!["_s), qPrintable(all.section));
        QVERIFY2(all.section.contains(u"(<pm-measured-1.svg>)\n\n1. 14:00 "_s), qPrintable(all.section));
        QVERIFY2(all.section.contains(u"\n2. 14:10 roll \\*back\\*\n"_s), qPrintable(all.section));
        QVERIFY(!all.section.contains(u"a mere note"_s));
    }

    void whatIsSensitiveIsNoSign()
    {
        Story story = decided();
        const EntryId secret = story.say(u"2026-01-31T14:12:00Z"_s, Noted{NoteKind::Decision, u"tell nobody"_s});
        story.say(u"2026-01-31T14:13:00Z"_s, EntryFlagged{secret, Flag::Sensitive, true});
        const Evidence all = evidenceOf(story.state(), tests::playbook(), recorded(), u"pm"_s);
        QVERIFY(!all.section.contains(u"tell nobody"_s));
        QVERIFY(!all.files[0].bytes.contains("tell nobody"));
    }

    void theTableIsReadAsItWasMeasured()
    {
        const Evidence all = evidenceOf(decided().state(), tests::playbook(), recorded(), u"pm"_s);
        const QList<QByteArray> lines = all.files[1].bytes.split('\n');
        QCOMPARE(lines.front(), QByteArray("time,panel,series,value,unit\r"));
        const metrics::Series first = measured(u"a"_s, 3);
        QCOMPARE(lines.size(), qsizetype(2 + 2 * first.times.size()));
        const QByteArray row = lines[1];
        QVERIFY2(
            row.startsWith("2026-01-31T13:00:00.000Z,\"'=Errors, \"\"all\"\"\",\"{pod=\"\"a\"\"}\","), row.constData());
        QCOMPARE(row.split(',').at(4).toDouble(), first.values[0]);
    }

    void filesStandBesideTheDocument()
    {
        const QTemporaryDir room;
        const IncidentState state = decided().state();
        const auto save = [&](const QString& name, const std::vector<recorder::Recorded>& all) {
            return saveWith(u"# Title\n"_s, room.filePath(name), state, tests::playbook(), all);
        };
        QVERIFY(save(u"plain.md"_s, {}).ok());
        QCOMPARE(QDir(room.path()).entryList(QDir::Files), QStringList{u"plain.md"_s});
        QVERIFY(save(u"my <report>.md"_s, recorded()).ok());
        QCOMPARE(QDir(room.path()).entryList(QDir::Files),
            (QStringList{
                u"my <report>.md"_s, u"my _report_-measured-1.svg"_s, u"my _report_-measured.csv"_s, u"plain.md"_s}));
        QFile document(room.filePath(u"my <report>.md"_s));
        QVERIFY(document.open(QFile::ReadOnly));
        QVERIFY(document.readAll().startsWith("# Title\n\n## Measured\n\n!["));
        const Result<void> nowhere = save(u"none/x.md"_s, recorded());
        QVERIFY(!nowhere && nowhere.error().code == ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
