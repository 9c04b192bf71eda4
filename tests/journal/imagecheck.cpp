// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagecheck.h"

#include "journal/verify.h"

#include <QDir>

#include <algorithm>

namespace warroom::support {

namespace {

bool hasWord(const DiskImage& image, const QByteArray& word)
{
    return std::ranges::any_of(image, [&](const auto& file) { return file.second.contains(word); });
}

} // namespace

Damage ImageCheck::damaged(Damage damage, const QString& says)
{
    m_says = says;
    return damage;
}

Damage ImageCheck::look(const DiskImage& image, const std::vector<ToldAct>& told, std::size_t acknowledged)
{
    putFiles(m_room.folder().path, image);
    // It belongs to the machine of this image, whatever the one before knew of.
    QDir(m_room.folder().known).removeRecursively();
    if (const Damage damage = lookInto(told, acknowledged); damage != Damage::None)
        return damage;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const QByteArray& word = told[i].erased;
        if (word.isEmpty() || !m_entries.contains(told[i].id.text()))
            continue;
        if (i < acknowledged && hasWord(image, word))
            return damaged(Damage::WordsLeft, QStringLiteral("a word of a finished redaction is on the disk again"));
        if (hasWord(filesIn(m_room.folder().path), word))
            return damaged(Damage::WordsLeft, QStringLiteral("opening did not finish a redaction"));
    }
    return Damage::None;
}

Damage ImageCheck::lookInto(const std::vector<ToldAct>& told, std::size_t acknowledged)
{
    const Result<std::unique_ptr<journal::Store>> store = m_room.tryOpen();
    if (!store)
        return damaged(Damage::Unopenable, store.error().detail);
    journal::Database& database = (*store)->database();
    const auto check = database.value(QStringLiteral("PRAGMA quick_check"));
    if (!check || check->toString() != QLatin1String("ok"))
        return damaged(Damage::Unsound, check ? check->toString() : check.error().detail);
    const auto verification = journal::verify(database);
    if (!verification || !verification->flaws.empty())
        return damaged(Damage::Unsound, QStringLiteral("the chain is broken"));

    m_entries.clear();
    const auto counted = database.each(QStringLiteral("SELECT act, count(*) FROM entry GROUP BY act"), {},
        [&](const QSqlQuery& row) { m_entries[row.value(0).toString()] = row.value(1).toUInt(); });
    if (!counted)
        return damaged(Damage::Unsound, counted.error().detail);
    std::size_t whole = 0;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const auto found = m_entries.constFind(told[i].id.text());
        if (found == m_entries.cend()) {
            if (i < acknowledged)
                return damaged(Damage::Lost, QStringLiteral("act %1 of %2 is lost").arg(i + 1).arg(acknowledged));
        } else if (*found != told[i].entries) {
            return damaged(Damage::Halved, QStringLiteral("%1 of %2 entries").arg(*found).arg(told[i].entries));
        } else {
            ++whole;
        }
    }
    if (whole != std::size_t(m_entries.size()))
        return damaged(Damage::Halved, QStringLiteral("an act that nobody told"));
    if (!(*store)->perform(m_room.declare(QStringLiteral("after the cut"))).ok())
        return damaged(Damage::Stuck, QStringLiteral("it takes no act"));
    return Damage::None;
}

std::vector<DiskEvent> ImageCheck::recovery(const DiskImage& image)
{
    putFiles(m_room.folder().path, image);
    // It belongs to the machine of this image, whatever the one before knew of.
    QDir(m_room.folder().known).removeRecursively();
    DiskRecorder recorder(m_room.folder().path);
    static_cast<void>(m_room.tryOpen().ok());
    return recorder.events();
}

} // namespace warroom::support
