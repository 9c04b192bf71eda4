// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/commands.h"

#include <QApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace warroom::desk {

namespace {

/// Whether nobody types a text with it. Esc and the slash are left to the field that has the focus.
bool winsOverText(QKeyCombination key)
{
    const bool function = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return function || (key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier)) != Qt::NoModifier;
}

/// Whether the field that has the focus is not asked about it.
bool isOurs(const QKeyEvent& event)
{
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    return winsOverText(pressed) && std::ranges::any_of(keyTable(), [&](const KeyRow& row) {
        return row.act && row.keys.contains(QKeySequence(pressed));
    });
}

} // namespace

Commands::Commands(QWidget* window) : QObject(window), m_window(window) { qApp->installEventFilter(this); }

void Commands::bind(Act act, std::function<void()> run, std::function<QString()> whyNot)
{
    const KeyRow& row = keyRow(act);
    m_commands.push_back({&row, std::move(run), std::move(whyNot)});
    if (row.keys.isEmpty())
        return;
    auto* shortcut = new QShortcut(m_window);
    shortcut->setKeys(row.keys);
    connect(shortcut, &QShortcut::activated, this, [this, act] { perform(act); });
}

void Commands::perform(Act act)
{
    // By place: what is done may bind another one.
    const auto found = std::ranges::find_if(m_commands, [act](const Command& each) { return each.row->act == act; });
    if (found == m_commands.end())
        return;
    Q_EMIT asked();
    const QString why = found->whyNot();
    if (why.isEmpty())
        found->run();
    else
        Q_EMIT refused(why);
}

bool Commands::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != m_window || !isOurs(*static_cast<QKeyEvent*>(event)))
        return false;
    // Not asked, the field cannot claim the key, and the shortcut gets it.
    event->ignore();
    return true;
}

} // namespace warroom::desk
