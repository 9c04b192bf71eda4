// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace warroom::metrics {

/// A piece of an expression: a name, a number, a quoted text, a reference such as ${pod} that somebody is to fill in,
/// an operator or a bracket.
struct Token {
    qsizetype start = 0;
    QString text;

    qsizetype end() const { return start + text.size(); }
    bool isQuoted() const;
    bool isReference() const;
    bool opens() const;
    bool closes() const;
};

/// All of them but spaces and comments, in their order. What is no PromQL comes as single characters.
std::vector<Token> tokens(const QString& expr);

} // namespace warroom::metrics
