<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Banners</name>
    <message numerus="yes">
        <source>The clock of this PC is %Ln minute(s) off. Set it right in the PC&apos;s settings.</source>
        <translation>
            <numerusform>The clock of this PC is %Ln minute off. Set it right in the PC&apos;s settings.</numerusform>
            <numerusform>The clock of this PC is %Ln minutes off. Set it right in the PC&apos;s settings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>Accept %Ln complaint(s)</source>
        <extracomment>What is asked about one complaint is begun for it alone.</extracomment>
        <translation>
            <numerusform>Accept %Ln complaint</numerusform>
            <numerusform>Accept %Ln complaints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message to the customer(s) of %Ln complaint(s)</source>
        <translation>
            <numerusform>Message to the customer of %Ln complaint</numerusform>
            <numerusform>Message to the customers of %Ln complaints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln complaint(s) as resolved</source>
        <translation>
            <numerusform>Mark %Ln complaint as resolved</numerusform>
            <numerusform>Mark %Ln complaints as resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln complaint(s)</source>
        <translation>
            <numerusform>Cancel %Ln complaint</numerusform>
            <numerusform>Cancel %Ln complaints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reassign %Ln complaint(s)</source>
        <translation>
            <numerusform>Reassign %Ln complaint</numerusform>
            <numerusform>Reassign %Ln complaints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try the %Ln failed one(s) again</source>
        <translation>
            <numerusform>Try the failed one again</numerusform>
            <numerusform>Try the %Ln failed ones again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message numerus="yes">
        <source>%Ln new file(s)</source>
        <translation>
            <numerusform>%Ln new file</numerusform>
            <numerusform>%Ln new files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message numerus="yes">
        <source>%Ln complaint(s):</source>
        <translation>
            <numerusform>%Ln complaint:</numerusform>
            <numerusform>%Ln complaints:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complaint(s) had been sent already and stay as they are.</source>
        <translation>
            <numerusform>%Ln complaint had been sent already and stays as it is.</numerusform>
            <numerusform>%Ln complaints had been sent already and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message numerus="yes">
        <source>%Ln complaints selected</source>
        <translation>
            <numerusform>%Ln complaint selected</numerusform>
            <numerusform>%Ln complaints selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message numerus="yes">
        <source>%Ln other complaint(s) of this customer</source>
        <translation>
            <numerusform>%Ln other complaint of this customer</numerusform>
            <numerusform>%Ln other complaints of this customer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message numerus="yes">
        <source>%Ln working day(s)</source>
        <translation>
            <numerusform>%Ln workday</numerusform>
            <numerusform>%Ln workdays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Online. %Ln action(s) sent</source>
        <extracomment>In a narrower window the navigation shows icons.</extracomment>
        <translation>
            <numerusform>Online. %Ln action sent</numerusform>
            <numerusform>Online. %Ln actions sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln notice</numerusform>
            <numerusform>%Ln notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s) not read</source>
        <translation>
            <numerusform>%Ln notice not read</numerusform>
            <numerusform>%Ln notices not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new complaint(s)</source>
        <translation>
            <numerusform>%Ln new complaint</numerusform>
            <numerusform>%Ln new complaints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complaint(s) reopened</source>
        <translation>
            <numerusform>%Ln complaint reopened</numerusform>
            <numerusform>%Ln complaints reopened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complaint(s) due soon</source>
        <translation>
            <numerusform>%Ln complaint due soon</numerusform>
            <numerusform>%Ln complaints due soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complaint(s) overdue</source>
        <translation>
            <numerusform>%Ln complaint overdue</numerusform>
            <numerusform>%Ln complaints overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) wrote</source>
        <translation>
            <numerusform>%Ln customer wrote</numerusform>
            <numerusform>%Ln customers wrote</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <extracomment>What can be done to several, in the order drawn: kind of the button, and its digit.</extracomment>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform>
            <numerusform>%Ln not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
</context>
</TS>
