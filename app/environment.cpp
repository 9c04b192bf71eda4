// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment.h"

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

} // namespace warroom::app
