// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbookfolders.h"

#include "runbook/reader.h"

#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

namespace warroom::app {

namespace {

constexpr QChar betweenFileAndNumber = u'\n';

/// Its place in its document says nothing about what it is.
QString withoutNumber(const QString& title)
{
    static const QRegularExpression number(QStringLiteral("\\A[0-9]+[.)]\\s+"));
    return QString(title).remove(number);
}

} // namespace

QStringList runbookFolders()
{
    const QString set =
        qEnvironmentVariable("WARROOM_RUNBOOKS", QSettings().value(QStringLiteral("runbooks")).toString());
    if (!set.isEmpty())
        return set.split(QLatin1Char(':'), Qt::SkipEmptyParts);
    return {
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/warroom/runbooks")};
}

std::vector<desk::RunbookShelf::Entry> RunbookFolders::entries() const
{
    std::vector<Entry> entries;
    for (const auto& [path, file] : m_library.index().all()) {
        const QString source = sourceOf(path);
        for (int number = 0; number < file.runbooks.size(); ++number) {
            if (const QString& title = file.runbooks[number]; !title.isEmpty())
                entries.push_back({path + betweenFileAndNumber + QString::number(number), withoutNumber(title), source,
                    QStringList{file.entry.title, source} + file.headings});
        }
    }
    return entries;
}

Result<runbook::Runbook> RunbookFolders::open(const QString& id) const
{
    const QString path = id.section(betweenFileAndNumber, 0, 0);
    const std::size_t number = id.section(betweenFileAndNumber, 1).toULongLong();
    const Result<QByteArray> bytes = runbook::fileBytes(path);
    if (!bytes)
        return bytes.error();
    const Result<runbook::Document> document = runbook::read(*bytes, path, runbook::Damage::Repair);
    if (!document)
        return document.error();
    // It may have become another one since it was found.
    if (number >= document->runbooks.size() || document->runbooks[number].steps.empty())
        return Error{ErrorCode::FileUnreadable, path};
    return document->runbooks[number];
}

QString RunbookFolders::sourceOf(const QString& path) const
{
    for (const QString& folder : m_folders) {
        if (const QString within = QDir(folder).relativeFilePath(path); !within.startsWith(QLatin1String("..")))
            return within;
    }
    return path;
}

} // namespace warroom::app
