// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/emergency.h"

#include "base/savefile.h"
#include "base/sync.h"
#include "incident/commandcodec.h"
#include "journal/drafts.h"
#include "journal/storelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace warroom::journal {

namespace {

/// One of the file's, with its line end where it has one.
struct Line {
    QByteArray bytes;
    std::optional<KeptAct> act; ///< None: cut off, damaged, or of another Warroom.
};

QByteArray lineOf(const KeptAct& act)
{
    const QJsonObject object{{QStringLiteral("submission"), incident::toJson(act.submission)},
        {QStringLiteral("line"), act.line}, {QStringLiteral("first_key"), toMs(act.firstKey)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<KeptAct> actIn(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    std::optional<incident::Submission> submission =
        incident::submissionFromJson(object.value(QLatin1String("submission")).toObject());
    if (!submission)
        return std::nullopt;
    return KeptAct{std::move(*submission), object.value(QLatin1String("line")).toString(),
        fromMs(object.value(QLatin1String("first_key")).toInteger())};
}

std::vector<Line> linesIn(const QString& path)
{
    std::vector<Line> lines;
    if (!isOwn(QFileInfo(path).path()))
        return lines;
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    QFile file;
    if (descriptor < 0 || !file.open(descriptor, QFile::ReadOnly, QFile::AutoCloseHandle))
        return lines;
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        if (line.isEmpty())
            break;
        std::optional<KeptAct> act = line.endsWith('\n') ? actIn(line) : std::nullopt;
        lines.push_back({std::move(line), std::move(act)});
    }
    return lines;
}

bool writeWhole(int descriptor, const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count = ::write(descriptor, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (count < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(count, 0);
    }
    return ::fdatasync(descriptor) == 0;
}

/// On disk, or the file is as it was.
bool append(const QString& path, QByteArray lines)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    struct stat status {
    };
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
        return false;
    char last = '\n';
    if (status.st_size > 0 && ::pread(descriptor, &last, 1, status.st_size - 1) == 1 && last != '\n')
        lines.prepend('\n'); // behind a line that was cut off
    const bool written = writeWhole(descriptor, lines) && (status.st_size > 0 || syncFolder(QFileInfo(path).path()));
    if (!written && status.st_size == 0)
        QFile::remove(path);
    else if (!written && ::ftruncate(descriptor, status.st_size) != 0)
        qWarning("%s holds the half of a line", qPrintable(path));
    ::close(descriptor);
    return written;
}

QString lockOf(const QString& file) { return file + QStringLiteral(".lock"); }

} // namespace

Emergency::Emergency(const Folder& folder) : m_folder(folder)
{
    for (const QString& place : folder.notSaved)
        m_files += QStringLiteral("%1/%2.jsonl").arg(place, folder.key());
}

Result<QString> Emergency::keep(const std::vector<KeptAct>& acts) const
{
    for (const QString& file : m_files) {
        if (!makeOwn(QFileInfo(file).path()))
            continue;
        const Result<StoreLock> lock = StoreLock::take(lockOf(file));
        if (!lock)
            continue;
        QSet<EntryId> there;
        for (const Line& line : linesIn(file)) {
            if (line.act)
                there.insert(line.act->submission.act);
        }
        QByteArray lines;
        for (const KeptAct& act : acts) {
            if (!there.contains(act.submission.act))
                lines += lineOf(act);
        }
        if (lines.isEmpty() || append(file, lines))
            return file;
    }
    return Error{ErrorCode::FileUnwritable, m_files.value(0)};
}

void Emergency::forget(const QSet<EntryId>& acts) const
{
    remove([&acts](const KeptAct& act) { return acts.contains(act.submission.act); });
}

bool Emergency::isEmpty() const
{
    return std::ranges::none_of(m_files, [](const QString& file) { return QFile::exists(file); });
}

std::vector<KeptAct> Emergency::acts() const
{
    std::vector<KeptAct> acts;
    QSet<EntryId> there;
    for (const QString& file : m_files) {
        for (Line& line : linesIn(file)) {
            if (!line.act || there.contains(line.act->submission.act))
                continue;
            there.insert(line.act->submission.act);
            acts.push_back(std::move(*line.act));
        }
    }
    return acts;
}

Result<void> Emergency::takeIn(Store& store, const QSet<EntryId>& except) const
{
    Result<void> result;
    QSet<EntryId> settled;
    QSet<EntryId> refused;
    QSet<IncidentId> undeclared; // their declaration was refused
    QSet<IncidentId> failed; // what follows in them may build on what could not be written
    // Without the file's lock, which no other process shall wait for: the store knows an act that comes twice.
    for (const KeptAct& kept : acts()) {
        const incident::Submission& act = kept.submission;
        if (except.contains(act.act) || failed.contains(act.incident))
            continue;
        const Result<Receipt> receipt = store.perform(act);
        if (receipt) {
            settled.insert(act.act);
        } else if (isFailure(receipt.error().code) && receipt.error().code != ErrorCode::IdTaken) {
            if (result)
                result = receipt.error();
            failed.insert(act.incident);
            if (receipt.error().code == ErrorCode::StoreBusy)
                break; // each would wait as long again
        } else if (receipt.error().code != ErrorCode::NotDeclared || undeclared.contains(act.incident)) {
            refused.insert(act.act);
            if (std::holds_alternative<incident::Declare>(act.command))
                undeclared.insert(act.incident);
        }
    }
    if (!settled.isEmpty() || !refused.isEmpty()) {
        remove([&](const KeptAct& act) {
            const EntryId id = act.submission.act;
            return settled.contains(id) || (refused.contains(id) && keepAsDraft(store, act));
        });
    }
    return result;
}

bool Emergency::keepAsDraft(Store& store, const KeptAct& act) const
{
    const incident::Submission& submission = act.submission;
    const bool declared = store.state(submission.incident).declared();
    // As if a window of its own had ended with it; the act's id is one that no other window has.
    Drafts drafts(m_folder, declared ? std::optional(submission.incident) : std::nullopt, submission.act.uuid);
    const Result<bool> taken = store.holds(submission.act);
    const std::optional<EntryId> id = taken && *taken ? std::nullopt : std::optional(submission.act);
    return !act.line.isEmpty() && drafts.keep({{id, act.line, act.firstKey}});
}

void Emergency::remove(const std::function<bool(const KeptAct&)>& leaves) const
{
    for (const QString& file : m_files) {
        if (!QFile::exists(file) || !isOwn(QFileInfo(file).path()))
            continue;
        const Result<StoreLock> lock = StoreLock::take(lockOf(file));
        if (!lock)
            continue;
        QByteArray rest;
        bool changed = false;
        for (const Line& line : linesIn(file)) {
            if (line.act && leaves(*line.act))
                changed = true;
            else
                rest += line.bytes;
        }
        // What cannot be taken out is taken in once more, and found in the log.
        if (changed && rest.isEmpty())
            QFile::remove(file);
        else if (changed)
            static_cast<void>(saveFile(file, rest).ok());
    }
}

} // namespace warroom::journal
