// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace warroom::tests {

/// A real server of metrics on a free port of this machine, in a folder of its own, that scrapes a target once a
/// second. Ends with this object.
class MetricServer
{
public:
    enum class Kind { Prometheus, VictoriaMetrics };

    /// Empty where it is not installed.
    static QString program(Kind kind);

    MetricServer(Kind kind, const QString& target);
    ~MetricServer();
    MetricServer(const MetricServer&) = delete;
    MetricServer& operator=(const MetricServer&) = delete;

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// What it wrote.
    QString log() const;

private:
    QStringList arguments(Kind kind, const QString& configuration) const;

    QTemporaryDir m_folder;
    quint16 m_port;
    QProcess m_process;
};

} // namespace warroom::tests
