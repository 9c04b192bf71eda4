// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sheetstack.h"

#include "desk/sheet.h"

#include <algorithm>
#include <utility>

namespace warroom::desk {

void SheetStack::open(Act act, IncidentPage* about, const std::function<Sheet*()>& make)
{
    leavePassing();
    const auto known = std::ranges::find_if(
        m_sheets, [&](const Opened& opened) { return opened.act == act && opened.about == about; });
    if (known == m_sheets.end()) {
        add({act, about, make()});
        return;
    }
    std::rotate(known, known + 1, m_sheets.end());
    m_sheets.back().sheet->come();
}

void SheetStack::open(Sheet* sheet)
{
    leavePassing();
    add({std::nullopt, nullptr, sheet});
}

void SheetStack::leavePassing()
{
    if (Sheet* above = top(); above && above->isPassing())
        above->leave();
}

void SheetStack::add(const Opened& opened)
{
    Sheet* sheet = opened.sheet;
    connect(sheet, &Sheet::left, this, [this, sheet] {
        forget(sheet);
        showNext();
    });
    connect(sheet, &Sheet::kept, this, [this] {
        showNext();
        Q_EMIT kept();
    });
    m_sheets.push_back(opened);
    sheet->leaveFree(m_above);
    sheet->come();
}

void SheetStack::leaveFree(int above)
{
    if (std::exchange(m_above, above) == above)
        return;
    for (const Opened& each : m_sheets)
        each.sheet->leaveFree(above);
}

void SheetStack::setAside()
{
    const std::vector<Opened> sheets = m_sheets;
    for (const Opened& each : sheets) {
        if (!each.sheet->isHidden())
            each.sheet->putAway();
    }
}

std::vector<SheetStack::Typed> SheetStack::takeKept()
{
    std::vector<Typed> all;
    const std::vector<Opened> sheets = m_sheets;
    for (const Opened& each : sheets) {
        if (!each.sheet->isHidden())
            continue;
        all.push_back({each.about, each.sheet->typed().join(QLatin1Char('\n')).trimmed()});
        each.sheet->leave();
    }
    return all;
}

Sheet* SheetStack::top() const
{
    const auto seen = std::find_if(
        m_sheets.rbegin(), m_sheets.rend(), [](const Opened& each) { return each.sheet && !each.sheet->isHidden(); });
    return seen == m_sheets.rend() ? nullptr : seen->sheet.data();
}

void SheetStack::showClocks(Instant now)
{
    for (const Opened& each : m_sheets)
        each.sheet->showClocks(now);
}

void SheetStack::forget(Sheet* sheet)
{
    std::erase_if(m_sheets, [sheet](const Opened& each) { return each.sheet == sheet; });
}

void SheetStack::showNext()
{
    if (Sheet* below = top())
        below->come();
    else
        Q_EMIT cleared();
}

} // namespace warroom::desk
