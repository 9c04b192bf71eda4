// SPDX-License-Identifier: GPL-3.0-or-later
#include "real/metricserver.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>

#include <csignal>
#include <sys/prctl.h>

namespace warroom::tests {

namespace {

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("there is no free port");
    return server.serverPort();
}

} // namespace

QString MetricServer::program(Kind kind)
{
    return QStandardPaths::findExecutable(
        kind == Kind::Prometheus ? QStringLiteral("prometheus") : QStringLiteral("victoria-metrics"));
}

MetricServer::MetricServer(Kind kind, const QString& target) : m_port(freePort())
{
    const QString path = m_folder.filePath(QStringLiteral("scrape.yml"));
    QFile file(path);
    const QByteArray configuration =
        "global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n- job_name: shop\n"
        "  static_configs: [{targets: ['"
        + target.toLatin1() + "']}]\n";
    if (!file.open(QFile::WriteOnly) || file.write(configuration) != configuration.size())
        qFatal("cannot write the configuration");
    file.close();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("log")));
    m_process.setWorkingDirectory(m_folder.path());
    // It ends with a test that is killed, too.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_process.start(program(kind), arguments(kind, path));
    if (!m_process.waitForStarted())
        qFatal("cannot start %s", qPrintable(program(kind)));
}

MetricServer::~MetricServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QStringList MetricServer::arguments(Kind kind, const QString& configuration) const
{
    const QString listens = QStringLiteral("127.0.0.1:%1").arg(m_port);
    const QString data = m_folder.filePath(QStringLiteral("data"));
    if (kind == Kind::Prometheus)
        return {QStringLiteral("--config.file=") + configuration, QStringLiteral("--web.listen-address=") + listens,
            QStringLiteral("--storage.tsdb.path=") + data, QStringLiteral("--log.level=warn")};
    // It hides the newest 30 seconds otherwise.
    return {QStringLiteral("-promscrape.config=") + configuration, QStringLiteral("-httpListenAddr=") + listens,
        QStringLiteral("-storageDataPath=") + data, QStringLiteral("-search.latencyOffset=0s"),
        QStringLiteral("-search.disableCache"), QStringLiteral("-loggerLevel=WARN")};
}

QString MetricServer::log() const
{
    QFile file(m_folder.filePath(QStringLiteral("log")));
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace warroom::tests
