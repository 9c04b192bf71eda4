// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbookfiles.h"

#include "environment.h"
#include "playbook/loader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace warroom::app {

namespace {

QStringList folders()
{
    return {
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/warroom/playbooks"),
        QStringLiteral(":/playbooks")};
}

constexpr QLatin1StringView suffix(".yaml");

} // namespace

QStringList playbookNames()
{
    QStringList names;
    for (const QString& folder : folders()) {
        const QStringList files = QDir(folder).entryList({QLatin1Char('*') + suffix}, QDir::Files, QDir::Name);
        for (const QString& file : files)
            names += file.chopped(suffix.size());
    }
    names.removeDuplicates();
    return names;
}

Result<session::LoadedPlaybook> loadPlaybook(const QString& nameOrPath)
{
    QString path = nameOrPath;
    if (!nameOrPath.contains(QLatin1Char('/'))) {
        path.clear();
        for (const QString& folder : folders()) {
            const QString candidate = folder + QLatin1Char('/') + nameOrPath + suffix;
            if (path.isEmpty() && QFile::exists(candidate))
                path = candidate;
        }
        if (path.isEmpty())
            return Error{ErrorCode::UnknownPlaybook, nameOrPath};
    }
    QFile file(path);
    // A FIFO would be waited for, a device read for ever.
    if (!QFileInfo(path).isFile() || !file.open(QFile::ReadOnly))
        return Error{ErrorCode::FileUnreadable, path};
    const QByteArray bytes = file.read(playbook::maxBytes + 1);
    Result<playbook::Playbook> loaded = playbook::load(bytes, path);
    if (!loaded)
        return loaded.error();
    return session::LoadedPlaybook{std::move(*loaded), bytes};
}

PlaybookFiles::PlaybookFiles(const QStringList& first)
{
    for (const QString& each : first)
        m_first << (each.contains(QLatin1Char('/')) ? QFileInfo(each).absoluteFilePath() : each);
}

QStringList PlaybookFiles::names() const
{
    QStringList names = m_first + playbookNames();
    names.removeDuplicates();
    return names;
}

void PlaybookFiles::keep(const QString& name)
{
    m_first.prepend(name);
    QSettings().setValue(QLatin1String(playbookSetting), name);
}

} // namespace warroom::app
