// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/hostile.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace warroom::tests {

namespace {

const QStringList& pieces()
{
    static const QStringList all{u"a"_s, u"pool"_s, u"12"_s, u"1"_s, u"x y"_s, u" "_s, u" "_s, u"  "_s, u"    "_s,
        u"\t"_s, u"é"_s, u"漢"_s, u"😀"_s, u"👩‍🚒"_s, u"\u00a0"_s, u"\\"_s, u"\\\\"_s, u"|"_s, u"\\|"_s, u"`"_s,
        u"``"_s, u"```"_s, u"````"_s, u"~~~"_s, u"~~"_s, u"~"_s, u"*"_s, u"**"_s, u"_"_s, u"__"_s, u"# "_s, u"## x"_s,
        u"#"_s, u"- "_s, u"-"_s, u"---"_s, u"* "_s, u"+ "_s, u"+"_s, u"1. "_s, u"2. "_s, u"7. "_s, u"1) "_s, u"> "_s,
        u">"_s, u"==="_s, u"="_s, u"["_s, u"]"_s, u"[x](javascript:alert(1))"_s, u"![i](file:///dev/zero)"_s,
        u"[a]: http://b"_s, u"[^1]"_s, u"[ ] "_s, u"- [x] "_s, u"[[wiki]]"_s, u"<br>"_s, u"<b>"_s, u"</td>"_s,
        u"<script>"_s, u"<!--"_s, u"-->"_s, u"<!DOCTYPE"_s, u"<?php"_s, u"<![CDATA["_s, u"<http://e.org>"_s,
        u"<a@b.org>"_s, u"http://e.org"_s, u"https://e.org/a?b=c&d"_s, u"ftp://e.org"_s, u"www.e.org"_s, u"a@b.org"_s,
        u"mailto:a@b.org"_s, u"&amp;"_s, u"&lt;"_s, u"&#60;"_s, u"&#x3c;"_s, u"&"_s, u";"_s, u"$"_s, u"$$"_s, u"$x$"_s,
        u":"_s, u":-:"_s, u"|---|"_s, u"{{title}}"_s, u"{{{impact}}}"_s, u"{{>x}}"_s, u"\""_s, u"'"_s, u"!"_s,
        u"\u202e"_s, u"\u2066"_s, u"\u2028"_s, u"\ufeff"_s, u"\u200b"_s, u"\u001b[31m"_s, QString(QChar(0)),
        QString(QChar(0x7f)), QString(QChar(0x9b)), QString(QChar(0xd800)), u"\r"_s, u"\v"_s, u"\f"_s};
    return all;
}

} // namespace

QString Hostile::line()
{
    QString line;
    for (int left = m_random.bounded(9); left > 0; --left)
        line += pieces()[m_random.bounded(int(pieces().size()))];
    return line;
}

QString Hostile::text(int lines)
{
    QStringList all;
    for (int left = 1 + m_random.bounded(lines); left > 0; --left)
        all += line();
    return all.join(u'\n');
}

} // namespace warroom::tests
