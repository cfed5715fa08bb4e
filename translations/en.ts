<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About WZPDCL Desktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version {0} · Qt {1}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>West Zone Power Distribution Company Limited</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Help: call centre {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Free software under the Apache License 2.0; the font under the SIL Open Font License 1.1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Send and receive now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>My profile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Due in an hour</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reopened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Colours of the system</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel complaint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next complaint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous complaint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move the panels</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put the panels back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About WZPDCL Desktop</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AddressPage</name>
    <message>
        <source>No server of this program answers there. Check the address letter by letter.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on to sign in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Practice mode</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Found: {0}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Session ended. Work goes on; sign in to send.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>The clock of this PC is %Ln minute(s) off. Set it right in the PC's settings.</source>
        <translation>
            <numerusform>The clock of this PC is %Ln minute off. Set it right in the PC's settings.</numerusform><numerusform>The clock of this PC is %Ln minutes off. Set it right in the PC's settings.</numerusform></translation>
    </message>
    <message>
        <source>This version is too old to send. Install the new one; what waits is kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk is full. Make room; your own work is still being kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The network asks for its own sign-in. Open a browser and sign in to the Wi-Fi.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complaints arriving: {0} of {1}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complaints arriving: {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the open ones are all here</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More ready texts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Instruction to the customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Message with the solution (optional)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mark as resolved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why it cannot be solved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Confirm cancelling</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write to the customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Message to the customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the reason</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Accepted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Message kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resolved.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complaint cancelled.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reassigned.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data on this PC was damaged and is fetched anew. Nothing unsent was lost.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It will be sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sent when the line is back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DetailFacts</name>
    <message>
        <source>Call {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer's rating: {0} of 5</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Account {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0} kW</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Feeder {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in-charge {0}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>Previous (Alt+Up)</source>
        <extracomment>Digit, kind and icon of each button, in the order drawn. The way on from each state; the button is drawn even where it is not allowed, with the reason beside.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous complaint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next (Alt+Down)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next complaint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the complaint's number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the mobile number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reopened: {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0} overdue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>from the app</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>from the web</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>from the call centre</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>at the office</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>No complaint selected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose one in the list, with the mouse or the arrow keys.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Float or dock</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close panel</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DutyPicker</name>
    <message>
        <source>Circle or central office</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Duty</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>. </source>
        <comment>between the fact and what to do about it</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The server was not reached</source>
        <extracomment>Code -&gt; (what happened, what to do): codes of ``domain/errors.py``, of problem documents, of receipts, and of actions that are not allowed.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep working. It is sent when the line is back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no network now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the cable or Wi-Fi. Your work is kept on this PC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The server does not answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again in a little while. Your work is kept on this PC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something else answered, not our server</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in to the Wi-Fi in a browser, or check the server address.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This address is not safe</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give an address that begins with https://.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The server is being looked after</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep working. It is sent by itself afterwards.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something failed on the server</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is tried again by itself. If it stays, call the ICT department.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data broke off on the way</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is fetched again by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The lists must be fetched anew</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This happens by itself. Keep working meanwhile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This version of the program is too old</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Install the new version. What waits is sent afterwards.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>User ID or password does not match</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check both and type the password again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The password does not match</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type it again. A new password works once the line is back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This duty is not on your account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose your own duty above.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Too many wrong passwords</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait 15 minutes, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Too many tries from this office</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This account is closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Call the ICT department.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The server did not sign you in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check duty, user ID and password.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sign-in has ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Work goes on. Sign in to send.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You are signed out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sign-in must be renewed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This happens by itself. If it stays, sign in again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These complaints are no longer yours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If this is wrong, call your office or the ICT department.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The keys of this PC cannot be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in to Windows again and start the program once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This PC has no safe place for keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Have the ICT department switch on the PC's credential store.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You have not signed in on this PC before</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The first time needs network. After that it works offline too.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This PC was offline for too long</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in once with network. What waits in the outbox is kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data on this PC cannot be opened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start the PC again. If it stays, call the ICT department.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key does not fit the data on this PC</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in with network. If it stays, call the ICT department.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The outbox on this PC is damaged</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was deleted. Call the ICT department before you go on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data on this PC is from a newer version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Install the newer version of the program again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The program is already open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data folder is on a network drive</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a folder on this PC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make room, then try again. What you typed is still here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your duty does not allow this</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask the office head of this complaint.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not possible in this state</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the complaint's state and choose another action.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You can look, not change</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The complaint is not on this PC any more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It has left your area. Choose another one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The message to the customer is missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write it, or choose a ready text.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The reason is missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The message is too long</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shorten it to 1,000 characters.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Someone else changed it meanwhile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the complaint again, then decide.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The complaint is past this step</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The action before it failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settle that one first, then do this again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The action before it has not arrived yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is sent again by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The same action is on its way</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is asked for again by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The action's number is already taken</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the text, discard this and do it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The action is too old</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the complaint and do it again if it is still needed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The clock of this PC ran ahead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set the clock right, then do it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something is missing in the action</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check text and reason, then do it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The server did not understand it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the text and do it again. If it stays, call the ICT department.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The complaint is not in your area any more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask the office that has it now.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The server does not know this request</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the server address and the program's version.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is too large for the server</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shorten the text and send it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file on the server has changed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the file again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The server refused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again. If it stays, call the ICT department.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>Report</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The report holds no names, numbers or messages.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform><numerusform>%Ln days</numerusform></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Language</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Online. %Ln action(s) sent</source>
        <translation>
            <numerusform>Online. %Ln action sent</numerusform><numerusform>Online. %Ln actions sent</numerusform></translation>
    </message>
    <message>
        <source>WZPDCL Desktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MessageBox</name>
    <message>
        <source>{0} · {1} SMS</source>
        <extracomment>Longest message of the contract, in characters.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0} too many</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Complaints</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>OutboxPanel</name>
    <message>
        <source>Export the outbox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the complaint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outbox: in the order of sending</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outbox empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything you did has reached the server.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0} written to the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0} in all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It will not be sent, and what you did after it on this complaint goes with it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The customer does not get it. The complaint stays as the server has it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard: {0}?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>OutboxText</name>
    <message>
        <source>Accept</source>
        <extracomment>Icon and colour token of each state.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reassign</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You hold it back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reason: {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Being sent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your work is kept. The password of {0} lets it be sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Hide password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show password</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Feeders: {0}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>All: {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name, number, place</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search in the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Feeder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When it came</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When it was closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>QueueEmpty</name>
    <message>
        <source>See {list} ({count})</source>
        <extracomment>Where the work goes on when a list is empty.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Without filters, {list} has {count}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is on its way. You can go on with everything else.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It could not be fetched offline. It comes by itself when the line is back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not downloaded yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Inbox empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing resolved yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing is due within an hour</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was reopened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every complaint has been taken up. New ones appear here by themselves.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What you accept from the inbox appears here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is closed appears here with the customer's rating.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This list fills by itself as time goes on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take away: {0}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Closed</source>
        <extracomment>Rows kept: what a person scrolls back to is still there. More steps than this and the view is told to begin anew. The QueueRow behind an index, None while its page loads.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer, place</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Feeder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Complaints</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0} found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0}, {1} new</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0} in all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complaints are coming: {rows} of {total}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complaints are coming: {rows} so far</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Feeder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RowText</name>
    <message>
        <source>Inbox</source>
        <extracomment>Role of colour of each mark.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{0}×</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>until {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>tmrw {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>due soon</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>rated {0} of 5</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>called {0} times</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>files: {0}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ServerAddressForm</name>
    <message>
        <source>Server address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The ICT department gives you the address of your company's server. It is asked for once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>There is no network now. You have signed in on this PC before, so you can work offline.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no network now. The first sign-in on a PC needs network.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The user ID is missing. Type it above.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The password is missing. Type it above.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Practice mode</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>sample data, no account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Duty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>User ID</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remember me on this PC</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SignInPicture</name>
    <message>
        <source>WZPDCL Desktop</source>
        <extracomment>The picture is the same in both themes. x of the pole, top, foot, half width of the cross arm, line width, opacity; y counts up from the foot.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Line or no line,</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the work goes on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>West Zone Power Distribution Company Limited</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>WZPDCL Desktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Help: call centre {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data on this PC is encrypted</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Splash</name>
    <message>
        <source>Reading the key</source>
        <extracomment>Steps in the order they come.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Opening the cache</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Opening the outbox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Laying out the desk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Making sample data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>WZPDCL Desktop</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform><numerusform>%Ln waiting</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform><numerusform>%Ln not sent</numerusform></translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last sync {0}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform><numerusform>%Ln minutes ago</numerusform></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the office</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your message</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Message from {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complaint received</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You accepted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accepted by {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You resolved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resolved by {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled by {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reassigned by {0}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reopened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer's feedback</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer's message</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sent in a moment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sent when the line is back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Being sent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You hold it back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not sent. See the outbox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Conflict. Decide in the outbox</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>{0} s</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search complaints</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Switch the language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Practice mode · sample data</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Office head</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Feeder supervisor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Feeder in-charge</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Circle officer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Central officer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Due in an hour</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reopened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Connecting</source>
        <extracomment>The line: icon, colour token, word, meaning.</extracomment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You can work meanwhile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything is sent at once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep working; it is sent when the line is back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Server silent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep working; it is sent when it answers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not our server</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in to the Wi-Fi in a browser</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Session ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep working; sign in to send</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set the PC's clock right</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Old version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Install the new one to send</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disk full</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make room to fetch more</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
