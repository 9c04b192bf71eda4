// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace warroom::app {

namespace {

QString accountName()
{
    const passwd* account = ::getpwuid(::getuid());
    if (!account)
        return QString::number(::getuid());
    const QString full = QFile::decodeName(account->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed();
    return full.isEmpty() ? QFile::decodeName(account->pw_name) : full;
}

/// As the XDG base directory specification has it; QStandardPaths knows it from Qt 6.7 on.
QString stateFolder()
{
    const QString set = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(set) ? set : QDir::homePath() + QStringLiteral("/.local/state");
}

QString chosen(const QString& option, const char* variable, const QString& setting)
{
    if (!option.isEmpty())
        return option;
    const QString fromVariable = qEnvironmentVariable(variable);
    return fromVariable.isEmpty() ? QSettings().value(setting).toString() : fromVariable;
}

} // namespace

Environment::Environment(const Globals& globals, StartedClock::Pace pace)
    : clock(globals.clock ? std::unique_ptr<Clock>(std::make_unique<StartedClock>(*globals.clock, pace))
                          : std::make_unique<SystemClock>())
{
    folder.path = !globals.dataDir.isEmpty() ? globals.dataDir : qEnvironmentVariable("WARROOM_DATA_DIR");
    if (folder.path.isEmpty()) {
        folder.path =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/warroom");
    }
    folder.notSaved = {
        stateFolder() + QStringLiteral("/warroom/not-saved"), QStringLiteral("/tmp/warroom-%1").arg(::getuid())};
    folder.known = stateFolder() + QStringLiteral("/warroom/known");
    me = chosen(globals.as, "WARROOM_AS", QStringLiteral("me"));
    if (me.startsWith(QLatin1Char('@')))
        me.remove(0, 1);
    if (me.isEmpty())
        me = accountName();
    playbookAsked = !globals.playbook.isEmpty() || !qEnvironmentVariableIsEmpty("WARROOM_PLAYBOOK");
    playbookName = chosen(globals.playbook, "WARROOM_PLAYBOOK", QLatin1String(playbookSetting));
    if (playbookName.isEmpty())
        playbookName = standardPlaybook();
}

journal::Copies Environment::copies() const
{
    return journal::Copies(stateFolder() + QStringLiteral("/warroom/copies/") + folder.key());
}

} // namespace warroom::app
