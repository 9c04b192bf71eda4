// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/lookup.h"

#include "runbook/heading.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// "kubepodcrashlooping" of "KubePodCrashLooping.md" and "kube-pod-crash-looping": how it is spelt says nothing.
QString key(const QString& name)
{
    const QString small = name.toCaseFolded();
    QString key;
    for (const QChar c : small)
        if (c.isLetterOrNumber())
            key += c;
    return key;
}

QString withoutSuffix(const QString& fileName)
{
    for (const QLatin1StringView suffix : {".html.md.erb"_L1, ".markdown"_L1, ".md"_L1, ".html"_L1, ".htm"_L1})
        if (fileName.endsWith(suffix, Qt::CaseInsensitive))
            return fileName.chopped(suffix.size());
    return fileName;
}

QString lastOf(const QString& path) { return path.section(u'/', -1, -1, QString::SectionSkipEmpty); }

QString withoutPrefix(const QString& anchor)
{
    constexpr QLatin1StringView prefix("alert-name-");
    return anchor.startsWith(prefix, Qt::CaseInsensitive) ? anchor.mid(prefix.size()) : anchor;
}

bool isIndex(const QString& name)
{
    return name.compare("readme"_L1, Qt::CaseInsensitive) == 0 || name.compare("index"_L1, Qt::CaseInsensitive) == 0;
}

/// What a file is called: an index page goes by its folder.
QString nameOf(const QString& path)
{
    const QString name = withoutSuffix(lastOf(path));
    return isIndex(name) && path.contains(u'/') ? lastOf(path.chopped(lastOf(path).size())) : name;
}

QString anchorIn(const Entry& entry, const QString& wanted)
{
    const QString wantedKey = key(withoutPrefix(wanted));
    const auto anchor =
        std::ranges::find_if(entry.anchors, [&](const QString& each) { return key(withoutPrefix(each)) == wantedKey; });
    return wantedKey.isEmpty() || anchor == entry.anchors.end() ? QString() : *anchor;
}

std::optional<Found> byFile(const std::vector<Entry>& entries, const QString& name, const QString& anchor)
{
    const QString wanted = key(name);
    const auto found =
        std::ranges::find_if(entries, [&](const Entry& each) { return key(nameOf(each.path)) == wanted; });
    if (wanted.isEmpty() || found == entries.end())
        return std::nullopt;
    return Found{std::size_t(found - entries.begin()), anchorIn(*found, anchor)};
}

std::optional<Found> byAnchor(const std::vector<Entry>& entries, const QString& anchor)
{
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (const QString found = anchorIn(entries[i], anchor); !found.isEmpty())
            return Found{i, found};
    return std::nullopt;
}

std::optional<Found> byTitle(const std::vector<Entry>& entries, const QString& name)
{
    const QString wanted = key(name);
    const auto found = std::ranges::find_if(entries, [&](const Entry& each) { return key(each.title) == wanted; });
    return wanted.isEmpty() || found == entries.end() ? std::nullopt
                                                      : std::optional(Found{std::size_t(found - entries.begin()), {}});
}

} // namespace

bool isCalled(const QString& title, const QString& alertName)
{
    const QString name = key(alertName);
    // "RB-004 - Network Partition (Split-Brain)": behind its number, and without what it is also called.
    const QString plain = withoutStepNumber(title).section(u'(', 0, 0);
    const QStringList spellings{title, plain, plain.section(u" - "_s, -1)};
    return !name.isEmpty() && std::ranges::any_of(spellings, [&](const QString& each) { return key(each) == name; });
}

std::optional<Found> find(const std::vector<Entry>& entries, const QString& url, const QString& alertName)
{
    const QUrl parsed(url, QUrl::TolerantMode);
    const QString anchor = parsed.fragment(QUrl::FullyDecoded);
    const QString file = nameOf(parsed.path(QUrl::FullyDecoded));
    if (const auto found = byFile(entries, file, anchor))
        return found;
    if (const auto found = byAnchor(entries, anchor))
        return found;
    if (const auto found = byFile(entries, alertName, {}))
        return found;
    if (const auto found = byTitle(entries, alertName))
        return found;
    return byAnchor(entries, alertName);
}

} // namespace warroom::runbook
