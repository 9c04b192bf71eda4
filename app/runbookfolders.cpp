// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbookfolders.h"

#include "runbook/reader.h"
#include "runbookfiles.h"

#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

namespace warroom::app {

namespace {

constexpr QChar betweenFileAndNumber = u'\n'; // in no id that somebody types

/// Its place in its document says nothing about what it is.
QString withoutNumber(const QString& title)
{
    static const QRegularExpression number(QStringLiteral("\\A[0-9]+[.)]\\s+"));
    return QString(title).remove(number);
}

/// FileUnreadable, FileTooLarge, FileNotText. Damaged text is read as it was.
Result<runbook::Document> documentOf(const QString& path)
{
    const Result<QByteArray> bytes = readRunbook(path);
    return bytes ? runbook::read(*bytes, path, runbook::Damage::Repair) : bytes.error();
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

RunbookFolders::RunbookFolders(const QStringList& folders)
    : m_reader(QThread::create([this, folders] { readAll(folders); }))
{
    m_reader->start(QThread::LowPriority);
}

RunbookFolders::~RunbookFolders()
{
    m_reader->requestInterruption();
    m_reader->wait();
}

std::vector<desk::RunbookShelf::Entry> RunbookFolders::entries() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries;
}

Result<runbook::Runbook> RunbookFolders::open(const QString& id) const
{
    const QString path = id.section(betweenFileAndNumber, 0, 0);
    const std::size_t number = id.section(betweenFileAndNumber, 1).toULongLong();
    const Result<runbook::Document> document = documentOf(path);
    if (!document)
        return document.error();
    if (number >= document->runbooks.size())
        return Error{ErrorCode::FileUnreadable, path}; // it became another one
    return document->runbooks[number];
}

void RunbookFolders::readAll(const QStringList& folders)
{
    for (const QString& folder : folders) {
        const QStringList paths = runbookFiles(folder);
        for (const QString& path : paths) {
            if (QThread::currentThread()->isInterruptionRequested())
                return;
            add(folder, path);
        }
    }
}

void RunbookFolders::add(const QString& folder, const QString& path)
{
    const Result<runbook::Document> document = documentOf(path);
    if (!document)
        return;
    const QString source = QDir(folder).relativeFilePath(path);
    for (std::size_t i = 0; i < document->runbooks.size(); ++i) {
        const runbook::Runbook& runbook = document->runbooks[i];
        if (runbook.steps.empty())
            continue;
        Entry entry{path + betweenFileAndNumber + QString::number(i), withoutNumber(runbook.title), source,
            {document->title, source}};
        for (const runbook::Part& part : runbook.parts)
            entry.spellings << part.title;
        const QMutexLocker lock(&m_mutex);
        m_entries.push_back(std::move(entry));
    }
}

} // namespace warroom::app
