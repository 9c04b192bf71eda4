// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/gitdates.h"

#include <QDateTime>
#include <QDir>
#include <QTimeZone>

#include <git2.h>

#include <memory>

namespace warroom::runbook {

namespace {

constexpr int mostCommits = 20'000; ///< Of runbooks that nobody touched for longer it is enough to know nothing.

struct Library {
    Library() { git_libgit2_init(); }
    ~Library() { git_libgit2_shutdown(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

template<auto free> struct Free {
    template<typename T> void operator()(T* owned) const { free(owned); }
};
using Repository = std::unique_ptr<git_repository, Free<git_repository_free>>;
using Walk = std::unique_ptr<git_revwalk, Free<git_revwalk_free>>;
using Commit = std::unique_ptr<git_commit, Free<git_commit_free>>;
using Tree = std::unique_ptr<git_tree, Free<git_tree_free>>;
using Diff = std::unique_ptr<git_diff, Free<git_diff_free>>;

/// What `make` makes, or null where it says that it failed.
template<typename Owned, typename Make> Owned made(Make make)
{
    typename Owned::pointer raw = nullptr;
    return make(&raw) == 0 ? Owned(raw) : Owned();
}

Tree treeOf(const git_commit* commit)
{
    return made<Tree>([&](git_tree** tree) { return git_commit_tree(tree, commit); });
}

Commit parentOf(const git_commit* commit)
{
    return made<Commit>([&](git_commit** parent) { return git_commit_parent(parent, commit, 0); });
}

/// Dates what the commit changed and no later one did.
void date(git_repository* repository, const git_commit* commit, QHash<QByteArray, QString>& undated,
    QHash<QString, QDate>& dates)
{
    // What a merge brings in has a commit of its own.
    if (git_commit_parentcount(commit) > 1)
        return;
    const Commit parent = parentOf(commit);
    const Tree before = parent ? treeOf(parent.get()) : Tree();
    const Tree after = treeOf(commit);
    const Diff diff = made<Diff>(
        [&](git_diff** made) { return git_diff_tree_to_tree(made, repository, before.get(), after.get(), nullptr); });
    const std::size_t changes = diff ? git_diff_num_deltas(diff.get()) : 0;
    for (std::size_t i = 0; i < changes; ++i) {
        const auto file = undated.constFind(git_diff_get_delta(diff.get(), i)->new_file.path);
        if (file == undated.cend())
            continue;
        dates.insert(*file, QDateTime::fromSecsSinceEpoch(git_commit_time(commit), QTimeZone::utc()).date());
        undated.erase(file);
    }
}

/// Asked of the folders alone: libgit2 reads the machine's certificates when it begins.
bool isInCheckout(const QString& folder)
{
    QDir around(QDir(folder).canonicalPath());
    while (!around.exists(QStringLiteral(".git"))) {
        if (!around.cdUp())
            return false;
    }
    return true;
}

Repository checkoutAround(const QString& folder)
{
    const QByteArray path = QFile::encodeName(folder);
    return made<Repository>(
        [&](git_repository** opened) { return git_repository_open_ext(opened, path.constData(), 0, nullptr); });
}

/// `undated` has its files as the checkout calls them, and as they are called here.
void dateAll(git_repository* repository, QHash<QByteArray, QString> undated, QHash<QString, QDate>& dates,
    const std::atomic<bool>& ending)
{
    const Walk walk = made<Walk>([&](git_revwalk** made) { return git_revwalk_new(made, repository); });
    if (!walk || git_revwalk_push_head(walk.get()) != 0)
        return;
    git_revwalk_sorting(walk.get(), GIT_SORT_TIME);
    git_oid id;
    for (int i = 0; i < mostCommits && !undated.isEmpty() && !ending; ++i) {
        if (git_revwalk_next(&id, walk.get()) != 0)
            break;
        const Commit commit = made<Commit>([&](git_commit** made) { return git_commit_lookup(made, repository, &id); });
        if (commit)
            date(repository, commit.get(), undated, dates);
    }
}

} // namespace

QHash<QString, QDate> lastChanged(const QStringList& files, const std::atomic<bool>& ending)
{
    using Folders = QMap<QString, QStringList>;
    Folders byFolder;
    for (const QString& file : files)
        byFolder[QFileInfo(file).path()] << file;
    byFolder.removeIf([](Folders::iterator each) { return !isInCheckout(each.key()); });
    if (byFolder.isEmpty())
        return {};
    const Library library;
    QMap<QString, QHash<QByteArray, QString>> byCheckout;
    for (auto each = byFolder.cbegin(); each != byFolder.cend(); ++each) {
        const Repository repository = checkoutAround(each.key());
        const char* root = repository ? git_repository_workdir(repository.get()) : nullptr;
        if (!root)
            continue;
        const QDir checkout(QFile::decodeName(root));
        for (const QString& file : *each) {
            const QString within = checkout.relativeFilePath(QFileInfo(file).canonicalFilePath());
            byCheckout[checkout.path()].insert(QFile::encodeName(within), file);
        }
    }
    QHash<QString, QDate> dates;
    for (auto each = byCheckout.cbegin(); each != byCheckout.cend(); ++each) {
        if (const Repository repository = checkoutAround(each.key()))
            dateAll(repository.get(), *each, dates, ending);
    }
    return dates;
}

} // namespace warroom::runbook
