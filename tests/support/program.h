// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace warroom::support {

/// What a run of the program came to.
struct Ran {
    int exit = -1;
    QString out;
    QString err;

    QString line() const { return out.trimmed(); }
    QStringList lines() const { return out.split(QLatin1Char('\n'), Qt::SkipEmptyParts); }
    QJsonObject json() const;
};

/// The real program, with a data folder and settings of its own and a time of day that stands still.
class Program
{
public:
    Program();

    QString clock = QStringLiteral("2026-01-31T14:23:00Z");
    QString as = QStringLiteral("carol");
    QString playbook = QStringLiteral("erlmcp-incident-response");
    QMap<QString, QString> environment; ///< Put over that of the test.

    static QString path();
    QString dataDir() const { return m_home.path() + QStringLiteral("/data"); }
    QString home() const { return m_home.path(); }

    /// A verb with its arguments, as the clock, person and playbook above; what it says is waited for.
    Ran run(const QStringList& verb, const QByteArray& input = {}) const;
    /// Exactly these arguments.
    Ran runBare(const QStringList& arguments, const QByteArray& input = {}) const;
    /// With a limit on the size of the files it writes, in bytes.
    Ran runLimited(qint64 largestFile, const QStringList& verb) const;
    /// Starts it and returns at once.
    std::unique_ptr<QProcess> start(const QStringList& verb) const;

    /// Declares an incident and gives its label.
    QString declare(const QString& title = QStringLiteral("Pool is full")) const;

private:
    QStringList withGlobals(const QStringList& verb) const;
    void prepare(QProcess& process) const;

    QTemporaryDir m_home;
};

/// What the process came to once it ends, or has ended.
Ran finished(QProcess& process);

} // namespace warroom::support
