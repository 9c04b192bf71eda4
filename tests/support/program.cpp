// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"

#include <QJsonDocument>
#include <QTest>

namespace warroom::support {

QJsonObject Ran::json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }

Program::Program() = default;

QString Program::path() { return QStringLiteral(WARROOM_PROGRAM); }

QStringList Program::withGlobals(const QStringList& verb) const
{
    QStringList arguments{
        QStringLiteral("--data-dir"), dataDir(), QStringLiteral("--as"), as, QStringLiteral("--playbook"), playbook};
    if (!clock.isEmpty())
        arguments += {QStringLiteral("--clock"), clock};
    return arguments + verb;
}

void Program::prepare(QProcess& process) const
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("XDG_CONFIG_HOME"), home() + QStringLiteral("/config"));
    all.insert(QStringLiteral("XDG_DATA_HOME"), home() + QStringLiteral("/share"));
    all.insert(QStringLiteral("XDG_STATE_HOME"), home() + QStringLiteral("/state"));
    all.insert(QStringLiteral("HOME"), home());
    for (const char* name : {"WARROOM_DATA_DIR", "WARROOM_AS", "WARROOM_PLAYBOOK"})
        all.remove(QLatin1String(name));
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        all.insert(it.key(), it.value());
    process.setProcessEnvironment(all);
    process.setWorkingDirectory(home());
}

Ran Program::run(const QStringList& verb, const QByteArray& input) const { return runBare(withGlobals(verb), input); }

Ran Program::runBare(const QStringList& arguments, const QByteArray& input) const
{
    QProcess process;
    prepare(process);
    process.start(path(), arguments);
    process.write(input);
    process.closeWriteChannel();
    return finished(process);
}

Ran Program::runLimited(qint64 largestFile, const QStringList& verb) const
{
    QProcess process;
    prepare(process);
    process.start(QStringLiteral("prlimit"),
        QStringList{QStringLiteral("--fsize=%1").arg(largestFile), path()} + withGlobals(verb));
    process.closeWriteChannel();
    return finished(process);
}

std::unique_ptr<QProcess> Program::start(const QStringList& verb) const
{
    auto process = std::make_unique<QProcess>();
    prepare(*process);
    process->start(path(), withGlobals(verb));
    if (!process->waitForStarted())
        qFatal("cannot start %s", qPrintable(path()));
    return process;
}

QString Program::declare(const QString& title) const
{
    const Ran ran = run({QStringLiteral("declare"), QStringLiteral("--severity"), QStringLiteral("P0"),
        QStringLiteral("--title"), title});
    if (ran.exit != 0)
        qFatal("declare: %s", qPrintable(ran.err));
    return ran.line();
}

Ran finished(QProcess& process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(60'000))
        qFatal("the program does not end");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

} // namespace warroom::support
