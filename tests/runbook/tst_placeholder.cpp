// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/danger.h"
#include "runbook/placeholder.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom::runbook;

/// What is to be filled in before a command is run, and whether it may destroy something.
class PlaceholderTest : public warroom::support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToBeFilledInIsFound_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("placeholders");
        const auto row = [](const char* command, const QStringList& placeholders) {
            QTest::newRow(command) << QString::fromUtf8(command) << placeholders;
        };
        row("kubectl logs <pod-name> -n <namespace> --previous", {u"<pod-name>"_s, u"<namespace>"_s});
        row("kubectl logs etcd-<node>", {u"<node>"_s});
        row("kubectl logs <pod-name> <pod-name>", {u"<pod-name>"_s});
        row("vault operator unseal $KEY_SHARE_1", {u"$KEY_SHARE_1"_s});
        row("ssh ${NODE} {{ region }}", {u"${NODE}"_s, u"{{ region }}"_s});
        row("curl https://SERVICE_URL/health", {u"SERVICE_URL"_s});
        row("deploy --to-revisions PREV_REVISION=100", {u"PREV_REVISION"_s});
        row("page [NAME]", {u"[NAME]"_s});
        row("export ACTION_POOL_SIZE=50", {});
        row("PREV=$(list)\nroute $PREV", {});
        row("for p in a b; do echo $p; done", {});
        row("echo $HOME $1 $?", {});
        row("recon:info(<0.1234.0>, <<\"key\">>).", {});
        row("sort < in > out", {});
        row("grep '[A-Z]' log", {});
        row("patch '/data/ERLMCP_LOG_LEVEL'", {});
        row("cat <<EOF", {});
    }
    void whatIsToBeFilledInIsFound()
    {
        QFETCH(QString, command);
        QFETCH(QStringList, placeholders);
        QCOMPARE(placeholdersIn(command), placeholders);
    }

    void whatMayDestroyIsMarked_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("dangerous");
        for (const char* command : {"kubectl delete pod x", "kubectl drain node", "rm -rf /var/x", "rm -r x",
                 "find /var -name '*.corrupt' -delete", "kill -9 12", "kill -KILL 12", "git push --force",
                 "kubectl scale statefulset x --replicas=0", "vault operator unseal x", "DROP TABLE users;",
                 "delete from users", "ets:delete(table, key).", "redis-cli FLUSHALL", "systemctl stop x",
                 "docker kill x", "select pg_terminate_backend(12)", "pool:kill_connection(Pid)."})
            QTest::newRow(command) << QString::fromUtf8(command) << true;
        for (const char* command : {"kubectl get pods", "kill -USR1 12", "rm x.tmp", "kubectl scale x --replicas=10",
                 "systemctl restart x", "curl -X POST http://x/dropped", "grep undeleted log"})
            QTest::newRow(command) << QString::fromUtf8(command) << false;
    }
    void whatMayDestroyIsMarked()
    {
        QFETCH(QString, command);
        QFETCH(bool, dangerous);
        QCOMPARE(isDangerous(command), dangerous);
    }
};

QTEST_GUILESS_MAIN(PlaceholderTest)
#include "tst_placeholder.moc"
