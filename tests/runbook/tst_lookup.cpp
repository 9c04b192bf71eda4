// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/lookup.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom::runbook;

/// Which runbook an alert means.
class LookupTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aTitleIsCalledAsAnAlert()
    {
        for (const char* title : {"NetworkPartition", "5. Network Partition", "Network Partition (Split-Brain)",
                 "RB-004 - Network partition (Split-Brain)"})
            QVERIFY2(isCalled(QString::fromLatin1(title), u"NetworkPartition"_s), title);
        for (const char* title : {"Network", "Network Partitions", "", "(Split-Brain)"})
            QVERIFY2(!isCalled(QString::fromLatin1(title), u"NetworkPartition"_s), title);
        QVERIFY(!isCalled(u"(x)"_s, {}));
    }

    void anAlertFindsItsRunbook_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("alert");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* name, const char* url, const char* alert, const char* found) {
            QTest::newRow(name) << QString::fromLatin1(url) << QString::fromLatin1(alert) << QString::fromLatin1(found);
        };
        row("last part", "https://runbooks.example.com/k8s/kubepodcrashlooping", "", "kube/KubePodCrashLooping.md");
        row("trailing slash", "https://x/KubePodCrashLooping/", "", "kube/KubePodCrashLooping.md");
        row("suffix", "https://github.com/a/b/blob/main/disk-full.md", "", "disk-full.html.md.erb");
        row("anchor in the file", "https://x/all.md#alert-name-queuegrows", "", "all.md#queue-grows");
        row("anchor of another file", "https://x/wiki#alert-name-QueueGrows", "", "all.md#queue-grows");
        row("folder of an index", "https://x/network", "", "net/network/README.md");
        row("unknown anchor", "https://x/disk-full#nowhere", "", "disk-full.html.md.erb");
        row("alert's name", "https://x/wiki/42", "DiskFull", "disk-full.html.md.erb");
        row("alert's name as title", "", "TheQueueIsStuck", "stuck.md");
        row("alert's name as heading", "", "QueueGrows", "all.md#queue-grows");
        row("nothing", "https://x/wiki/42", "Unheard", "");
        row("no words", "", "", "");
        row("no address", "::::", "", "");
    }
    void anAlertFindsItsRunbook()
    {
        QFETCH(QString, url);
        QFETCH(QString, alert);
        QFETCH(QString, found);
        const std::vector<Entry> entries{{u"kube/KubePodCrashLooping.md"_s, u"Pods crash"_s, {}},
            {u"disk-full.html.md.erb"_s, u"Disk"_s, {u"meaning"_s}},
            {u"all.md"_s, u"All"_s, {u"meaning"_s, u"queue-grows"_s}}, {u"net/network/README.md"_s, u"Network"_s, {}},
            {u"stuck.md"_s, u"The queue is stuck"_s, {}}};
        const auto hit = find(entries, url, alert);
        const QString told = !hit   ? QString()
            : hit->anchor.isEmpty() ? entries[hit->entry].path
                                    : entries[hit->entry].path + u'#' + hit->anchor;
        QCOMPARE(told, found);
    }
};

QTEST_GUILESS_MAIN(LookupTest)
#include "tst_lookup.moc"
