// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"
#include "style/theme.h"

#include <QMap>
#include <QPlainTextEdit>

class QHBoxLayout;

namespace warroom::steps {

/// A command, or other code of a runbook, in a box that scrolls what is wide. It is shown as it will be copied.
class CodeBox : public QWidget
{
    Q_OBJECT

public:
    /// `keys` copy it, where it is a command.
    CodeBox(const runbook::Command& command, const QMap<QString, QString>& values, const QString& keys,
        const style::Theme& theme, QWidget* parent);
    /// Code that is no command.
    CodeBox(const QString& code, const style::Theme& theme, QWidget* parent);

Q_SIGNALS:
    void copyAsked();

private:
    void build(const QString& code, const style::Theme& theme);
    void mark(const QStringList& placeholders, const style::Theme& theme);

    QPlainTextEdit* m_text;
    QHBoxLayout* m_row; ///< The text, and what copies it.
};

} // namespace warroom::steps
