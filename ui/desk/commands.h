// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/keytable.h"

#include <QObject>

#include <functional>

class QKeyEvent;

namespace warroom::desk {

/// What a window does for the rows of the key table. Its keys win over text editing in every field of the window:
/// measured, a text edit deletes the typed line at Ctrl+U and keeps Ctrl+E and Ctrl+K for itself.
class Commands : public QObject
{
    Q_OBJECT

public:
    struct Command {
        const KeyRow* row;
        std::function<void()> run;
        std::function<QString()> whyNot; ///< Empty where it can be done now.
    };

    /// The keys work in this window, which owns the commands.
    explicit Commands(QWidget* window);

    void bind(
        Act act, std::function<void()> run, std::function<QString()> whyNot = [] { return QString(); });
    const std::vector<Command>& all() const { return m_commands; }
    /// Does it, or says why not.
    void perform(Act act);

Q_SIGNALS:
    /// One of them is about to be done, or refused.
    void asked();
    /// It cannot be done now.
    void refused(const QString& why);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
    std::vector<Command> m_commands;
};

} // namespace warroom::desk
