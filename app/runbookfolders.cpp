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

using Kind = desk::RunbookShelf::Kind;

QString idOf(const QString& path, Kind kind, int number)
{
    return QStringList{path, QString::number(int(kind)), QString::number(number)}.join(between);
}

QString pathOf(const QString& id) { return id.section(between, 0, -3); } // which may hold anything

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
        const auto add = [&](Kind kind, int number, const runbook::Findable& found) {
            if (!found.title.isEmpty())
                entries.push_back({idOf(path, kind, number), bare(found.title), source,
                    QStringList{found.title, file.entry.title, source} + found.headings, found.words, kind, file.asOf});
        };
        for (std::size_t number = 0; number < file.runbooks.size(); ++number)
            add(Kind::Runbook, int(number), file.runbooks[number]);
        for (std::size_t number = 0; number < file.trees.size(); ++number)
            add(Kind::Tree, int(number), file.trees[number]);
        if (file.text)
            add(Kind::Document, 0, *file.text);
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
    return number ? idOf(path, Kind::Runbook, *number) : idOf(path, Kind::Document, 0);
}

Result<runbook::Route> RunbookFolders::open(const QString& id) const
{
    const QString path = pathOf(id);
    const bool isTree = Kind(id.section(between, -2, -2).toInt()) == Kind::Tree;
    const std::size_t number = id.section(between, -1).toULongLong();
    const Result<runbook::Document> document = read(id);
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

Result<runbook::Document> RunbookFolders::read(const QString& id) const
{
    const QString path = pathOf(id);
    const Result<QByteArray> bytes = runbook::fileBytes(path);
    if (!bytes)
        return bytes.error();
    return runbook::read(*bytes, path, runbook::Damage::Repair);
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
