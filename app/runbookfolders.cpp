// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbookfolders.h"

#include "runbook/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace warroom::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::app::RunbookFolders)
};

/// Between the path of a file, what is meant in it and its number there.
constexpr QChar between = u'\n';
constexpr QLatin1StringView runbookWord("runbook");
constexpr QLatin1StringView treeWord("tree");

QString idOf(const QString& path, QLatin1StringView word, int number)
{
    return QStringList{path, word, QString::number(number)}.join(between);
}

/// That it is a runbook, and its place in its document, say nothing about what it is for.
QString bare(const QString& title)
{
    static const QRegularExpression lead(
        QStringLiteral("\\A(?:[0-9]+[.)]\\s+|(?:runbook|playbook)(?:\\s+[0-9]+)?\\s*:\\s*)(?=\\S)"),
        QRegularExpression::CaseInsensitiveOption);
    return QString(title).remove(lead);
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
    for (const auto& known : m_library.index().all()) {
        const QString& path = known.first;
        const runbook::Indexed& file = known.second;
        const QString source = sourceOf(path);
        const auto add = [&](QLatin1StringView word, const QStringList& titles) {
            for (int number = 0; number < titles.size(); ++number) {
                if (!titles[number].isEmpty())
                    entries.push_back({idOf(path, word, number), bare(titles[number]), source,
                        QStringList{file.entry.title, source} + file.headings, word == treeWord, file.asOf});
            }
        };
        add(runbookWord, file.runbooks);
        add(treeWord, file.trees);
    }
    return entries;
}

QString RunbookFolders::forAlert(const QString& url, const QString& alertName) const
{
    std::vector<runbook::Entry> files;
    for (const auto& [path, file] : m_library.index().all())
        files.push_back(file.entry);
    const std::optional<runbook::Found> found = runbook::find(files, url, alertName);
    if (!found) {
        const std::vector<Entry> all = entries();
        const auto called =
            std::ranges::find_if(all, [&](const Entry& each) { return runbook::isCalled(each.title, alertName); });
        return called == all.end() ? QString() : called->id;
    }
    const QString path = files[found->entry].path;
    const std::optional<int> number = m_library.index().all().at(path).runbookAt(found->anchor);
    return number ? idOf(path, runbookWord, *number) : QString();
}

Result<runbook::Route> RunbookFolders::open(const QString& id) const
{
    const QString path = id.section(between, 0, -3); // which may hold anything
    const bool isTree = id.section(between, -2, -2) == treeWord;
    const std::size_t number = id.section(between, -1).toULongLong();
    const Result<QByteArray> bytes = runbook::fileBytes(path);
    if (!bytes)
        return bytes.error();
    const Result<runbook::Document> document = runbook::read(*bytes, path, runbook::Damage::Repair);
    if (!document)
        return document.error();
    const auto known = m_library.index().all().find(path);
    const QDate asOf = known == m_library.index().all().end() ? QDate() : known->second.asOf;
    // It may have become another one since it was found.
    if (isTree ? number >= document->trees.size()
               : number >= document->runbooks.size() || document->runbooks[number].steps.empty())
        return Error{ErrorCode::FileUnreadable, path};
    runbook::Route route = isTree
        ? runbook::routeOf(document->trees[number])
        : runbook::routeOf(document->runbooks[number], Text::tr("Which of these is it?"), Text::tr("None of these"));
    route.runbook.title = bare(route.runbook.title);
    route.runbook.asOf = asOf;
    return route;
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
