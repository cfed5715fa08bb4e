<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bn_BD" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About WZPDCL Desktop</source>
        <translation>ওজোপাডিকো ডেস্কটপ পরিচিতি</translation>
    </message>
    <message>
        <source>Version {0} · Qt {1}</source>
        <translation>সংস্করণ {0} · কিউটি {1}</translation>
    </message>
    <message>
        <source>West Zone Power Distribution Company Limited</source>
        <translation>ওয়েস্ট জোন পাওয়ার ডিস্ট্রিবিউশন কোম্পানি লিমিটেড</translation>
    </message>
    <message>
        <source>Help: call centre {0}</source>
        <translation>সাহায্য: কল সেন্টার {0}</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0; the font under the SIL Open Font License 1.1.</source>
        <translation>মুক্ত সফটওয়্যার: অ্যাপাচি লাইসেন্স ২.০; ফন্ট: এসআইএল ওপেন ফন্ট লাইসেন্স ১.১।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Send and receive now</source>
        <translation>এখনই সিঙ্ক করুন</translation>
    </message>
    <message>
        <source>My profile</source>
        <translation>আমার প্রোফাইল</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>সেটিংস</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>লগআউট</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>খুঁজুন</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>সবকিছু খুঁজুন</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>ফিল্টার</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>ফিল্টার মুছুন</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>সাজান</translation>
    </message>
    <message>
        <source>Save as my list</source>
        <translation>আমার তালিকা হিসেবে রাখুন</translation>
    </message>
    <message>
        <source>Manage my lists</source>
        <translation>আমার তালিকা সাজান</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>আজকের চিত্র</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>ইনবক্স</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>চলমান</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>সমাধান হয়েছে</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>বাতিল হয়েছে</translation>
    </message>
    <message>
        <source>Due in an hour</source>
        <translation>১ ঘণ্টার মধ্যে শেষ</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>সময় পেরিয়েছে</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>আবার খোলা</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>আউটবক্স</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>বিজ্ঞপ্তি</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>ঘন সারি</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>কলাম</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>সিস্টেমের রং</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>হালকা</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>গাঢ়</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>গ্রহণ করুন</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>বার্তা</translation>
    </message>
    <message>
        <source>Cancel complaint</source>
        <translation>বাতিল করুন</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>অন্যকে দিন</translation>
    </message>
    <message>
        <source>Decide a conflict</source>
        <translation>অমিলে সিদ্ধান্ত নিন</translation>
    </message>
    <message>
        <source>Next complaint</source>
        <translation>পরের অভিযোগ</translation>
    </message>
    <message>
        <source>Previous complaint</source>
        <translation>আগের অভিযোগ</translation>
    </message>
    <message>
        <source>Call the customer</source>
        <translation>গ্রাহককে ফোন করুন</translation>
    </message>
    <message>
        <source>Copy the complaint&apos;s number</source>
        <translation>অভিযোগের নম্বর কপি করুন</translation>
    </message>
    <message>
        <source>Copy the mobile number</source>
        <translation>মোবাইল নম্বর কপি করুন</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>ঠিকানা কপি করুন</translation>
    </message>
    <message>
        <source>Copy as an SMS to the crew</source>
        <translation>কর্মীদের SMS হিসেবে কপি করুন</translation>
    </message>
    <message>
        <source>Copy the whole complaint</source>
        <translation>পুরো অভিযোগ কপি করুন</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>আগের জায়গায় ফিরুন</translation>
    </message>
    <message>
        <source>Move the panels</source>
        <translation>প্যানেল সাজান</translation>
    </message>
    <message>
        <source>Put the panels back</source>
        <translation>প্যানেল আগের জায়গায় নিন</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>কি-তালিকা</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>নতুন সংস্করণ</translation>
    </message>
    <message>
        <source>Collect diagnostics</source>
        <translation>সমস্যার তথ্য সংগ্রহ</translation>
    </message>
    <message>
        <source>About WZPDCL Desktop</source>
        <translation>ওজোপাডিকো ডেস্কটপ পরিচিতি</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>The list that an action of the View menu opens.</extracomment>
        <translation>উপর</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>নিচ</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>বাঁ</translation>
    </message>
</context>
<context>
    <name>AddressPage</name>
    <message>
        <source>No server of this program answers there. Check the address letter by letter.</source>
        <translation>এই ঠিকানায় আমাদের সার্ভার পাওয়া যায়নি। ঠিকানাটি অক্ষর ধরে মিলিয়ে দেখুন।</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>দেখা হচ্ছে…</translation>
    </message>
    <message>
        <source>Go on to sign in</source>
        <translation>লগইনে যান</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>ঠিকানা যাচাই করুন</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
    <message>
        <source>Practice mode</source>
        <translation>অনুশীলন মোড</translation>
    </message>
    <message>
        <source>Found: {0}</source>
        <translation>পাওয়া গেছে: {0}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Session ended. Work goes on; sign in to send.</source>
        <extracomment>While the line is so, or nobody knows yet, the first load goes on.</extracomment>
        <translation>লগইনের মেয়াদ শেষ। কাজ চলবে, পাঠাতে লগইন লাগবে।</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>লগইন</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this PC is %Ln minute(s) off. Set it right in the PC&apos;s settings.</source>
        <translation>
            <numerusform>এই পিসির ঘড়িতে %Ln মিনিটের ভুল। পিসির সেটিংসে সময় ঠিক করুন।</numerusform>
            <numerusform>এই পিসির ঘড়িতে %Ln মিনিটের ভুল। পিসির সেটিংসে সময় ঠিক করুন।</numerusform>
        </translation>
    </message>
    <message>
        <source>This version is too old to send. Install the new one; what waits is kept.</source>
        <translation>এই পুরোনো সংস্করণ থেকে আর পাঠানো যাবে না। নতুনটি ইনস্টল করুন; অপেক্ষমাণ কাজ রাখা আছে।</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>নতুন সংস্করণ</translation>
    </message>
    <message>
        <source>The disk is full. Make room; your own work is still being kept.</source>
        <translation>ডিস্কে জায়গা নেই। জায়গা খালি করুন; আপনার কাজ রাখা হচ্ছে।</translation>
    </message>
    <message>
        <source>The network asks for its own sign-in. Open a browser and sign in to the Wi-Fi.</source>
        <translation>নেটওয়ার্কটি আলাদা লগইন চাইছে। ব্রাউজার খুলে ওয়াই-ফাইতে লগইন করুন।</translation>
    </message>
    <message>
        <source>Version {0} is ready. It is installed when you quit the program.</source>
        <translation>সংস্করণ {0} তৈরি আছে। প্রোগ্রাম বন্ধ করলেই ইনস্টল হবে।</translation>
    </message>
    <message>
        <source>See</source>
        <translation>দেখুন</translation>
    </message>
    <message>
        <source>There is a new version of the program: {0}</source>
        <translation>প্রোগ্রামের নতুন সংস্করণ এসেছে: {0}</translation>
    </message>
    <message>
        <source>{0} complaints are on this PC; the rest comes with the line</source>
        <translation>{0}টি অভিযোগ এই পিসিতে এসেছে, বাকিটা লাইন এলে আসবে</translation>
    </message>
    <message>
        <source>Complaints arriving: {0} of {1}</source>
        <translation>অভিযোগ আসছে: {1}-এর মধ্যে {0}</translation>
    </message>
    <message>
        <source>Complaints arriving: {0}</source>
        <translation>অভিযোগ আসছে: {0}টি</translation>
    </message>
    <message>
        <source>the open ones are all here</source>
        <translation>খোলা অভিযোগ সব এসেছে</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>Accept %Ln complaint(s)</source>
        <extracomment>What is asked about one complaint is begun for it alone.</extracomment>
        <translation>
            <numerusform>%Lnটি অভিযোগ গ্রহণ</numerusform>
            <numerusform>%Lnটি অভিযোগ গ্রহণ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message to the customer(s) of %Ln complaint(s)</source>
        <translation>
            <numerusform>%Lnটি অভিযোগের গ্রাহককে বার্তা</numerusform>
            <numerusform>%Lnটি অভিযোগের গ্রাহকদের বার্তা</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln complaint(s) as resolved</source>
        <translation>
            <numerusform>%Lnটি অভিযোগ সমাধান হয়েছে</numerusform>
            <numerusform>%Lnটি অভিযোগ সমাধান হয়েছে</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln complaint(s)</source>
        <translation>
            <numerusform>%Lnটি অভিযোগ বাতিল</numerusform>
            <numerusform>%Lnটি অভিযোগ বাতিল</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reassign %Ln complaint(s)</source>
        <translation>
            <numerusform>%Lnটি অভিযোগ অন্যকে দেওয়া</numerusform>
            <numerusform>%Lnটি অভিযোগ অন্যকে দেওয়া</numerusform>
        </translation>
    </message>
    <message>
        <source>Why it is reassigned</source>
        <translation>কেন অন্যকে দেওয়া হচ্ছে</translation>
    </message>
    <message>
        <source>Why it cannot be solved</source>
        <translation>কেন সমাধান করা যাচ্ছে না</translation>
    </message>
    <message>
        <source>Instruction to the customer</source>
        <translation>গ্রাহককে নির্দেশনা</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>গ্রহণ করুন</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>পাঠান</translation>
    </message>
    <message>
        <source>Mark as resolved</source>
        <translation>সমাধান হয়েছে</translation>
    </message>
    <message>
        <source>Confirm cancelling</source>
        <translation>বাতিল নিশ্চিত করুন</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>অন্যকে দিন</translation>
    </message>
    <message>
        <source>Message to the customer</source>
        <translation>গ্রাহককে বার্তা</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>কারণ</translation>
    </message>
    <message>
        <source>New feeder</source>
        <translation>নতুন ফিডার</translation>
    </message>
    <message>
        <source>New officer</source>
        <translation>নতুন কর্মকর্তা</translation>
    </message>
    <message>
        <source>Ready texts</source>
        <translation>তৈরি লেখা</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>যেগুলো হয়নি</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>অগ্রগতি</translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation>কারণ বেছে নিন</translation>
    </message>
    <message>
        <source>Feeder stays as it is</source>
        <translation>ফিডার যেমন আছে থাকুক</translation>
    </message>
    <message>
        <source>Choose a ready text</source>
        <translation>তৈরি লেখা বেছে নিন</translation>
    </message>
    <message>
        <source>In-charge of the feeder: {0}</source>
        <translation>ফিডার ইনচার্জ: {0}</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>নির্দিষ্ট কেউ নন</translation>
    </message>
    <message>
        <source>Officer stays as they are</source>
        <translation>কর্মকর্তা যিনি আছেন থাকুন</translation>
    </message>
    <message>
        <source>{done} done, {left} not</source>
        <translation>{done}টি হয়েছে, {left}টি হয়নি</translation>
    </message>
    <message numerus="yes">
        <source>Try the %Ln failed one(s) again</source>
        <translation>
            <numerusform>যে %Lnটি হয়নি আবার চেষ্টা</numerusform>
            <numerusform>যে %Lnটি হয়নি আবার চেষ্টা</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>থামান</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>কলাম</translation>
    </message>
    <message>
        <source>Customer and place</source>
        <translation>গ্রাহক ও ঠিকানা</translation>
    </message>
    <message>
        <source>Feeder and in-charge</source>
        <translation>ফিডার ও ইনচার্জ</translation>
    </message>
    <message>
        <source>When it came</source>
        <translation>আসার সময়</translation>
    </message>
    <message>
        <source>Files, calls, sending</source>
        <translation>ফাইল, ফোন, পাঠানো</translation>
    </message>
    <message>
        <source>{0}, in a wider window</source>
        <translation>{0}, জানালা চওড়া হলে</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>সব কলাম দেখান</translation>
    </message>
</context>
<context>
    <name>ComplaintCopies</name>
    <message>
        <source>Copied</source>
        <extracomment>In the order of the menu.</extracomment>
        <translation>কপি হয়েছে</translation>
    </message>
</context>
<context>
    <name>ComplaintText</name>
    <message>
        <source>Complaint {0}, {1}</source>
        <translation>অভিযোগ {0}, {1}</translation>
    </message>
    <message>
        <source>Account {0}</source>
        <translation>হিসাব {0}</translation>
    </message>
    <message>
        <source>Feeder {0}</source>
        <translation>ফিডার {0}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>কারণ</translation>
    </message>
    <message>
        <source>Instruction to the customer</source>
        <translation>গ্রাহককে নির্দেশনা</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>গ্রহণ করুন</translation>
    </message>
    <message>
        <source>Message with the solution (optional)</source>
        <translation>সমাধানের বার্তা (ইচ্ছা হলে)</translation>
    </message>
    <message>
        <source>Mark as resolved</source>
        <translation>সমাধান হয়েছে</translation>
    </message>
    <message>
        <source>Why it cannot be solved</source>
        <translation>কেন সমাধান করা যাচ্ছে না</translation>
    </message>
    <message>
        <source>Confirm cancelling</source>
        <translation>বাতিল নিশ্চিত করুন</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>পাঠান</translation>
    </message>
    <message>
        <source>Write to the customer</source>
        <translation>গ্রাহককে লিখুন</translation>
    </message>
    <message>
        <source>Message to the customer</source>
        <translation>গ্রাহকের জন্য বার্তা</translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation>কারণ বেছে নিন</translation>
    </message>
</context>
<context>
    <name>ConflictDesk</name>
    <message>
        <source>Discard: {0}?</source>
        <translation>বাদ দেবেন: {0}?</translation>
    </message>
    <message>
        <source>It will not be sent. The complaint stays as the server has it.</source>
        <translation>এটি পাঠানো হবে না। অভিযোগ সার্ভারে যেমন আছে তেমনই থাকবে।</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>বাদ দিন</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Copy the text</source>
        <extracomment>Colour of a state&apos;s word.</extracomment>
        <translation>লেখাটি কপি করুন</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>Complaint {0}: changed in two places</source>
        <translation>অভিযোগ {0}: দুই জায়গায় বদলেছে</translation>
    </message>
    <message>
        <source>The complaint has left your area: another office or officer has it now. Your action was not carried out. Copy the text if you still need it.</source>
        <translation>অভিযোগটি আপনার এলাকায় আর নেই, এখন অন্য দপ্তর বা কর্মকর্তার কাছে। আপনার কাজটি হয়নি। লেখাটি লাগলে কপি করে রাখুন।</translation>
    </message>
    <message>
        <source>Nothing is sent until you choose what stands.</source>
        <translation>কোনটি থাকবে তা না বাছা পর্যন্ত কিছুই পাঠানো হবে না।</translation>
    </message>
    <message>
        <source>Somebody has done the same before your action arrived.</source>
        <translation>আপনার কাজটি পৌঁছানোর আগেই অন্য কেউ তা করে ফেলেছেন।</translation>
    </message>
    <message>
        <source>This complaint was changed before your action arrived.</source>
        <translation>আপনার কাজটি পৌঁছানোর আগেই অভিযোগটি সার্ভারে বদলেছে।</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>দপ্তর</translation>
    </message>
    <message>
        <source>details come with the next sync</source>
        <translation>বিস্তারিত পরের সিঙ্কে আসবে</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>এখন যা আছে</translation>
    </message>
    <message>
        <source>What you saw</source>
        <translation>আগে যা ছিল</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>আপনার</translation>
    </message>
    <message>
        <source>{0}, this PC</source>
        <translation>{0}, এই পিসি</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>সার্ভারে</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>রাখা নেই</translation>
    </message>
    <message>
        <source>Goes with it: {0}</source>
        <translation>এর সঙ্গে যাবে: {0}</translation>
    </message>
    <message>
        <source>Your action is thrown away.</source>
        <translation>আপনার কাজটি বাদ যাবে।</translation>
    </message>
    <message>
        <source>Send my text as a message</source>
        <translation>আমার লেখাটি বার্তা হিসেবে পাঠান</translation>
    </message>
    <message>
        <source>The complaint stays as the server has it; the customer gets your words.</source>
        <translation>অভিযোগ সার্ভারে যেমন আছে তেমনই থাকবে, গ্রাহক শুধু আপনার কথাটুকু পাবেন।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new file(s)</source>
        <translation>
            <numerusform>%Lnটি নতুন ফাইল</numerusform>
            <numerusform>%Lnটি নতুন ফাইল</numerusform>
        </translation>
    </message>
    <message>
        <source>Fits together by itself: {0}</source>
        <translation>নিজে থেকেই মিলেছে: {0}</translation>
    </message>
    <message>
        <source>Not possible: on the server the complaint is “{0}”.</source>
        <translation>করা যাবে না: সার্ভারে অভিযোগটির অবস্থা “{0}”।</translation>
    </message>
    <message>
        <source>Not possible: there is no text.</source>
        <translation>করা যাবে না: কোনো লেখা নেই।</translation>
    </message>
    <message>
        <source>Choose one first</source>
        <translation>আগে একটি বেছে নিন</translation>
    </message>
    <message>
        <source>Send mine</source>
        <translation>আমারটি পাঠান</translation>
    </message>
    <message>
        <source>Discard mine</source>
        <translation>আমারটি বাদ দিন</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>বার্তা পাঠান</translation>
    </message>
    <message>
        <source>Feeder: {0}</source>
        <translation>ফিডার: {0}</translation>
    </message>
    <message>
        <source>Looked after by {0}</source>
        <translation>দায়িত্বে {0}</translation>
    </message>
    <message>
        <source>Reason: {0}</source>
        <translation>কারণ: {0}</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>No feeder</source>
        <translation>ফিডার নেই</translation>
    </message>
    <message>
        <source>{name}: {count} open</source>
        <translation>{name}: {count}টি খোলা</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} পেরিয়েছে</translation>
    </message>
    <message>
        <source>{count} soon</source>
        <translation>{count} শীঘ্রই</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>নাম</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>খোলা</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>সমাধান</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>মধ্যমান সময়</translation>
    </message>
    <message>
        <source>Customers&apos; rating</source>
        <translation>গ্রাহকের মত</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>কাউকে দেওয়া হয়নি</translation>
    </message>
    <message>
        <source>{name}: {count} resolved</source>
        <translation>{name}: {count}টি সমাধান</translation>
    </message>
    <message>
        <source>{name}: rated {stars} by {count}</source>
        <translation>{name}: {count} জনের মতে {stars}</translation>
    </message>
</context>
<context>
    <name>DashboardPanel</name>
    <message>
        <source>Today at a glance</source>
        <extracomment>Icon, and the colour while there is anything to count.</extracomment>
        <translation>আজকের চিত্র</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>সময়কাল</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>আজ</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>৭ দিন</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>মাস</translation>
    </message>
    <message>
        <source>Open complaints by feeder</source>
        <translation>ফিডার অনুযায়ী খোলা অভিযোগ</translation>
    </message>
    <message>
        <source>Work of the in-charges</source>
        <translation>ইনচার্জদের কাজ</translation>
    </message>
    <message>
        <source>Look at these first</source>
        <translation>আগে এগুলো দেখুন</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>আবার চেষ্টা করুন</translation>
    </message>
    <message>
        <source>came</source>
        <translation>এসেছে</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>সমাধান</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>পেরিয়েছে</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>শীঘ্রই শেষ</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>সময় আছে</translation>
    </message>
    <message>
        <source>Hour by hour</source>
        <translation>ঘণ্টায় ঘণ্টায়</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>দিনে দিনে</translation>
    </message>
    <message>
        <source>All {0}</source>
        <translation>সব {0}টি</translation>
    </message>
    <message>
        <source>All open complaints: {0}</source>
        <translation>সব খোলা অভিযোগ: {0}টি</translation>
    </message>
    <message>
        <source>Complaints are coming</source>
        <translation>অভিযোগ আসছে</translation>
    </message>
    <message>
        <source>As soon as complaints come, their numbers are here.</source>
        <translation>অভিযোগ এলেই তার হিসাব এখানে দেখা যাবে।</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>এখনো গোনার কিছু নেই</translation>
    </message>
    <message>
        <source>today</source>
        <translation>আজ</translation>
    </message>
    <message>
        <source>in 7 days</source>
        <translation>৭ দিনে</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>এ মাসে</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>এসেছে</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>সমাধান হয়েছে</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>বাতিল হয়েছে</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>ইনবক্সে</translation>
    </message>
    <message>
        <source>now</source>
        <translation>এখন</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>চলমান</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>সময় পেরিয়েছে</translation>
    </message>
    <message>
        <source>Due in an hour</source>
        <translation>১ ঘণ্টার মধ্যে শেষ</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>আবার খোলা</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>গ্রহণ করা হয়েছে</translation>
    </message>
    <message>
        <source>Customers&apos; rating</source>
        <translation>গ্রাহকের মত</translation>
    </message>
    <message>
        <source>median {0}</source>
        <translation>মধ্যমান {0}</translation>
    </message>
    <message>
        <source>of {0} ratings</source>
        <translation>{0}টি মতের গড়</translation>
    </message>
    <message>
        <source>{0}: {1} came</source>
        <translation>{0}: {1}টি এসেছে</translation>
    </message>
    <message>
        <source>{0}: {1} resolved</source>
        <translation>{0}: {1}টি সমাধান</translation>
    </message>
    <message>
        <source>Feeders in charge: {0}</source>
        <translation>দায়িত্বের ফিডার: {0}</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} থেকে {1}</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Accepted.</source>
        <translation>গ্রহণ করা হলো।</translation>
    </message>
    <message>
        <source>Message kept.</source>
        <translation>বার্তা রাখা হলো।</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>সমাধান লেখা হলো।</translation>
    </message>
    <message>
        <source>Complaint cancelled.</source>
        <translation>অভিযোগ বাতিল করা হলো।</translation>
    </message>
    <message>
        <source>Reassigned.</source>
        <translation>নতুন দায়িত্ব দেওয়া হলো।</translation>
    </message>
    <message>
        <source>The outbox on this PC was damaged and was restored from its copy. Look through it.</source>
        <translation>এই পিসির আউটবক্স নষ্ট হয়েছিল, কপি থেকে ফেরানো হয়েছে। একবার দেখে নিন।</translation>
    </message>
    <message>
        <source>The data on this PC was damaged and is fetched anew. Nothing unsent was lost.</source>
        <translation>এই পিসির তথ্য নষ্ট হয়েছিল, আবার আনা হচ্ছে। না পাঠানো কোনো কাজ হারায়নি।</translation>
    </message>
    <message>
        <source>Decided: it is sent now.</source>
        <translation>সিদ্ধান্ত নেওয়া হয়েছে, এখন পাঠানো হচ্ছে।</translation>
    </message>
    <message>
        <source>Discarded. The complaint stays as the server has it.</source>
        <translation>বাদ দেওয়া হয়েছে। অভিযোগ সার্ভারে যেমন আছে তেমনই থাকল।</translation>
    </message>
    <message>
        <source>It will be sent.</source>
        <translation>এখনই পাঠানো হবে।</translation>
    </message>
    <message>
        <source>Sent when the line is back.</source>
        <translation>লাইন এলে পাঠানো হবে।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln complaint(s):</source>
        <translation>
            <numerusform>%Lnটি অভিযোগ:</numerusform>
            <numerusform>%Lnটি অভিযোগ:</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>সব ফিরিয়ে নিন</translation>
    </message>
    <message numerus="yes">
        <source>%Ln complaint(s) had been sent already and stay as they are.</source>
        <translation>
            <numerusform>%Lnটি অভিযোগ আগেই পাঠানো হয়ে গেছে, সেগুলো তেমনই আছে।</numerusform>
            <numerusform>%Lnটি অভিযোগ আগেই পাঠানো হয়ে গেছে, সেগুলো তেমনই আছে।</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>ফিরিয়ে নেওয়ার কিছু নেই</translation>
    </message>
    <message>
        <source>There is nothing to go back to</source>
        <translation>ফেরার মতো কিছু নেই</translation>
    </message>
</context>
<context>
    <name>DetailFacts</name>
    <message>
        <source>Call {0}</source>
        <translation>{0} নম্বরে কল করুন</translation>
    </message>
    <message>
        <source>Customer&apos;s rating: {0} of 5</source>
        <translation>গ্রাহকের মূল্যায়ন: ৫-এ {0}</translation>
    </message>
    <message>
        <source>Account {0}</source>
        <translation>হিসাব {0}</translation>
    </message>
    <message>
        <source>{0} kW</source>
        <translation>{0} কিলোওয়াট</translation>
    </message>
    <message>
        <source>Feeder {0}</source>
        <translation>ফিডার {0}</translation>
    </message>
    <message>
        <source>in-charge {0}</source>
        <translation>ইনচার্জ {0}</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>Previous (Alt+Up)</source>
        <extracomment>Digit, kind and icon of each button, in the order drawn. The way on from each state; the button is drawn even where it is not allowed, with the reason beside. What the server allows has its button anyway.</extracomment>
        <translation>আগেরটি (Alt+Up)</translation>
    </message>
    <message>
        <source>Previous complaint</source>
        <translation>আগের অভিযোগ</translation>
    </message>
    <message>
        <source>Next (Alt+Down)</source>
        <translation>পরেরটি (Alt+Down)</translation>
    </message>
    <message>
        <source>Next complaint</source>
        <translation>পরের অভিযোগ</translation>
    </message>
    <message>
        <source>More</source>
        <translation>আরও</translation>
    </message>
    <message>
        <source>Reopened: {0}</source>
        <translation>আবার খোলা: {0} বার</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>{0} পেরিয়েছে</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} বাকি</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>গ্রহণ করুন</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>সমাধান</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>বার্তা</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
    <message>
        <source>from the app</source>
        <translation>অ্যাপ থেকে</translation>
    </message>
    <message>
        <source>from the web</source>
        <translation>ওয়েব থেকে</translation>
    </message>
    <message>
        <source>from the call centre</source>
        <translation>কল সেন্টার থেকে</translation>
    </message>
    <message>
        <source>at the office</source>
        <translation>অফিসে এসে</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message numerus="yes">
        <source>%Ln complaints selected</source>
        <translation>
            <numerusform>%Lnটি অভিযোগ বাছাই করা আছে</numerusform>
            <numerusform>%Lnটি অভিযোগ বাছাই করা আছে</numerusform>
        </translation>
    </message>
    <message>
        <source>What you choose above the list is done to all of them. Esc selects one again.</source>
        <translation>তালিকার ওপরে যা বেছে নেবেন তা সবগুলোতেই হবে। Esc চাপলে আবার একটি।</translation>
    </message>
    <message>
        <source>No complaint selected</source>
        <translation>কোনো অভিযোগ বাছাই করা নেই</translation>
    </message>
    <message>
        <source>Choose one in the list, with the mouse or the arrow keys.</source>
        <translation>মাউস বা তীর-চাবি দিয়ে তালিকা থেকে একটি বেছে নিন।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>It was changed in two places.</source>
        <translation>দুই জায়গায় বদলেছে।</translation>
    </message>
    <message>
        <source>An action on it was not taken.</source>
        <translation>একটি কাজ সার্ভার নেয়নি।</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>সিদ্ধান্ত নিন…</translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation>{0}-এ ফিরুন</translation>
    </message>
    <message>
        <source>Customer, place and what has happened</source>
        <translation>গ্রাহক, ঠিকানা ও কাজের ধারা</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Collect diagnostics</source>
        <translation>সমস্যার তথ্য সংগ্রহ</translation>
    </message>
    <message>
        <source>For the ICT department when something is wrong: logs, a check of every part, versions, settings, and the sizes of the stores.</source>
        <translation>সমস্যা হলে আইসিটি বিভাগের জন্য: লগ, প্রতিটি অংশের পরীক্ষা, সংস্করণ, সেটিংস ও তথ্য-ভাণ্ডারের আকার।</translation>
    </message>
    <message>
        <source>It holds no names, numbers, addresses or messages of anybody.</source>
        <translation>এতে কারও নাম, নম্বর, ঠিকানা বা বার্তা নেই।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>ফাইলে রাখুন…</translation>
    </message>
    <message>
        <source>Collecting. This takes half a minute…</source>
        <translation>সংগ্রহ চলছে। আধা মিনিট লাগবে…</translation>
    </message>
    <message>
        <source>Saved as {0}. Send it to the ICT department.</source>
        <translation>{0} নামে রাখা হয়েছে। আইসিটি বিভাগে পাঠিয়ে দিন।</translation>
    </message>
    <message>
        <source>It cannot be saved there. Choose another folder.</source>
        <translation>সেখানে রাখা যায় না। অন্য ফোল্ডার বেছে নিন।</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Float or dock</source>
        <translation>আলাদা করুন বা জুড়ে দিন</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>প্যানেল বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>DutyPicker</name>
    <message>
        <source>Circle or central office</source>
        <translation>সার্কেল বা কেন্দ্রীয় দপ্তর</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>দায়িত্ব</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>. </source>
        <comment>between the fact and what to do about it</comment>
        <translation>। </translation>
    </message>
    <message>
        <source>The server was not reached</source>
        <extracomment>Code -&gt; (what happened, what to do): codes of ``domain/errors.py``, of problem documents, of receipts, and of actions that are not allowed.</extracomment>
        <translation>সার্ভারে পৌঁছানো যায়নি</translation>
    </message>
    <message>
        <source>Keep working. It is sent when the line is back.</source>
        <translation>কাজ চালিয়ে যান। লাইন এলে পাঠানো হবে।</translation>
    </message>
    <message>
        <source>There is no network now</source>
        <translation>এখন নেটওয়ার্ক নেই</translation>
    </message>
    <message>
        <source>Check the cable or Wi-Fi. Your work is kept on this PC.</source>
        <translation>তার বা ওয়াই-ফাই দেখুন। আপনার কাজ এই পিসিতে রাখা আছে।</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>সার্ভার সাড়া দিচ্ছে না</translation>
    </message>
    <message>
        <source>Try again in a little while. Your work is kept on this PC.</source>
        <translation>একটু পরে আবার চেষ্টা করুন। আপনার কাজ এই পিসিতে রাখা আছে।</translation>
    </message>
    <message>
        <source>Something else answered, not our server</source>
        <translation>আমাদের সার্ভার নয়, অন্য কিছু সাড়া দিয়েছে</translation>
    </message>
    <message>
        <source>Sign in to the Wi-Fi in a browser, or check the server address.</source>
        <translation>ব্রাউজারে ওয়াই-ফাইতে লগইন করুন, অথবা সার্ভারের ঠিকানা দেখুন।</translation>
    </message>
    <message>
        <source>This address is not safe</source>
        <translation>ঠিকানাটি নিরাপদ নয়</translation>
    </message>
    <message>
        <source>Give an address that begins with https://.</source>
        <translation>https:// দিয়ে শুরু হওয়া ঠিকানা দিন।</translation>
    </message>
    <message>
        <source>The server is being looked after</source>
        <translation>সার্ভারে রক্ষণাবেক্ষণ চলছে</translation>
    </message>
    <message>
        <source>Keep working. It is sent by itself afterwards.</source>
        <translation>কাজ চালিয়ে যান। পরে নিজে থেকেই যাবে।</translation>
    </message>
    <message>
        <source>Something failed on the server</source>
        <translation>সার্ভারে সমস্যা হয়েছে</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays, call the ICT department.</source>
        <translation>নিজে থেকেই আবার চেষ্টা হবে। না সারলে আইসিটি দপ্তরে ফোন করুন।</translation>
    </message>
    <message>
        <source>The data broke off on the way</source>
        <translation>তথ্য আসার পথে থেমে গেছে</translation>
    </message>
    <message>
        <source>It is fetched again by itself.</source>
        <translation>নিজে থেকেই আবার আনা হবে।</translation>
    </message>
    <message>
        <source>The lists must be fetched anew</source>
        <translation>তালিকা নতুন করে আনতে হবে</translation>
    </message>
    <message>
        <source>This happens by itself. Keep working meanwhile.</source>
        <translation>নিজে থেকেই হবে। ততক্ষণ কাজ চালিয়ে যান।</translation>
    </message>
    <message>
        <source>This version of the program is too old</source>
        <translation>প্রোগ্রামের এই সংস্করণ পুরোনো</translation>
    </message>
    <message>
        <source>Install the new version. What waits is sent afterwards.</source>
        <translation>নতুন সংস্করণ ইনস্টল করুন। অপেক্ষমাণ কাজ তারপর যাবে।</translation>
    </message>
    <message>
        <source>User ID or password does not match</source>
        <translation>ইউজার আইডি বা পাসওয়ার্ড মেলেনি</translation>
    </message>
    <message>
        <source>Check both and type the password again.</source>
        <translation>দুটিই দেখে পাসওয়ার্ড আবার লিখুন।</translation>
    </message>
    <message>
        <source>The password does not match</source>
        <translation>পাসওয়ার্ড মেলেনি</translation>
    </message>
    <message>
        <source>Type it again. A new password works once the line is back.</source>
        <translation>আবার লিখুন। নতুন পাসওয়ার্ড লাইন এলে চলবে।</translation>
    </message>
    <message>
        <source>This duty is not on your account</source>
        <translation>এই দায়িত্ব আপনার অ্যাকাউন্টে নেই</translation>
    </message>
    <message>
        <source>Choose your own duty above.</source>
        <translation>উপরে আপনার নিজের দায়িত্ব বেছে নিন।</translation>
    </message>
    <message>
        <source>Too many wrong passwords</source>
        <translation>অনেকবার ভুল পাসওয়ার্ড দেওয়া হয়েছে</translation>
    </message>
    <message>
        <source>Wait 15 minutes, then try again.</source>
        <translation>১৫ মিনিট পরে আবার চেষ্টা করুন।</translation>
    </message>
    <message>
        <source>Too many tries from this office</source>
        <translation>এই দপ্তর থেকে অনেকবার চেষ্টা হয়েছে</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation>কয়েক মিনিট পরে আবার চেষ্টা করুন।</translation>
    </message>
    <message>
        <source>This account is closed</source>
        <translation>অ্যাকাউন্টটি বন্ধ</translation>
    </message>
    <message>
        <source>Call the ICT department.</source>
        <translation>আইসিটি দপ্তরে ফোন করুন।</translation>
    </message>
    <message>
        <source>The server did not sign you in</source>
        <translation>সার্ভার লগইন নেয়নি</translation>
    </message>
    <message>
        <source>Check duty, user ID and password.</source>
        <translation>দায়িত্ব, ইউজার আইডি ও পাসওয়ার্ড দেখুন।</translation>
    </message>
    <message>
        <source>The sign-in has ended</source>
        <translation>লগইনের মেয়াদ শেষ</translation>
    </message>
    <message>
        <source>Work goes on. Sign in to send.</source>
        <translation>কাজ চলবে। পাঠাতে লগইন করুন।</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>আপনার লগইন শেষ হয়েছে</translation>
    </message>
    <message>
        <source>The sign-in must be renewed</source>
        <translation>লগইন নবায়ন করতে হবে</translation>
    </message>
    <message>
        <source>This happens by itself. If it stays, sign in again.</source>
        <translation>নিজে থেকেই হবে। না হলে আবার লগইন করুন।</translation>
    </message>
    <message>
        <source>These complaints are no longer yours</source>
        <translation>এই অভিযোগগুলো আর আপনার আওতায় নেই</translation>
    </message>
    <message>
        <source>If this is wrong, call your office or the ICT department.</source>
        <translation>ভুল মনে হলে দপ্তরে বা আইসিটি দপ্তরে ফোন করুন।</translation>
    </message>
    <message>
        <source>The keys of this PC cannot be read</source>
        <translation>এই পিসির চাবি পড়া যাচ্ছে না</translation>
    </message>
    <message>
        <source>Sign in to Windows again and start the program once more.</source>
        <translation>উইন্ডোজে আবার লগইন করে প্রোগ্রামটি আবার চালান।</translation>
    </message>
    <message>
        <source>This PC has no safe place for keys</source>
        <translation>এই পিসিতে চাবি রাখার নিরাপদ জায়গা নেই</translation>
    </message>
    <message>
        <source>Have the ICT department switch on the PC&apos;s credential store.</source>
        <translation>আইসিটি দপ্তরকে এই পিসির ক্রেডেনশিয়াল স্টোর চালু করতে বলুন।</translation>
    </message>
    <message>
        <source>You have not signed in on this PC before</source>
        <translation>এই পিসিতে আগে লগইন করেননি</translation>
    </message>
    <message>
        <source>The first time needs network. After that it works offline too.</source>
        <translation>প্রথমবার নেটওয়ার্ক লাগবে। তারপর অফলাইনেও চলবে।</translation>
    </message>
    <message>
        <source>This PC was offline for too long</source>
        <translation>এই পিসি অনেক দিন অফলাইনে ছিল</translation>
    </message>
    <message>
        <source>Sign in once with network. What waits in the outbox is kept.</source>
        <translation>নেটওয়ার্ক থাকতে একবার লগইন করুন। আউটবক্সের কাজ রাখা আছে।</translation>
    </message>
    <message>
        <source>The data on this PC cannot be opened</source>
        <translation>এই পিসির তথ্য খোলা যাচ্ছে না</translation>
    </message>
    <message>
        <source>Start the PC again. If it stays, call the ICT department.</source>
        <translation>পিসি আবার চালু করুন। না সারলে আইসিটি দপ্তরে ফোন করুন।</translation>
    </message>
    <message>
        <source>The key does not fit the data on this PC</source>
        <translation>চাবিটি এই পিসির তথ্যের সঙ্গে মেলে না</translation>
    </message>
    <message>
        <source>Sign in with network. If it stays, call the ICT department.</source>
        <translation>নেটওয়ার্ক থাকতে লগইন করুন। না হলে আইসিটি দপ্তরে ফোন করুন।</translation>
    </message>
    <message>
        <source>The outbox on this PC is damaged</source>
        <translation>এই পিসির আউটবক্স নষ্ট হয়েছে</translation>
    </message>
    <message>
        <source>Nothing was deleted. Call the ICT department before you go on.</source>
        <translation>কিছু মোছা হয়নি। কাজের আগে আইসিটি দপ্তরে ফোন করুন।</translation>
    </message>
    <message>
        <source>The data on this PC is from a newer version</source>
        <translation>এই পিসির তথ্য নতুন সংস্করণের</translation>
    </message>
    <message>
        <source>Install the newer version of the program again.</source>
        <translation>প্রোগ্রামের নতুন সংস্করণটি আবার ইনস্টল করুন।</translation>
    </message>
    <message>
        <source>The program is already open</source>
        <translation>প্রোগ্রামটি আগেই খোলা আছে</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>খোলা জানালাটি ব্যবহার করুন, অথবা আগে সেটি বন্ধ করুন।</translation>
    </message>
    <message>
        <source>The data folder is on a network drive</source>
        <translation>তথ্যের ফোল্ডারটি নেটওয়ার্ক ড্রাইভে</translation>
    </message>
    <message>
        <source>Choose a folder on this PC.</source>
        <translation>এই পিসির নিজের একটি ফোল্ডার দিন।</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>ডিস্কে জায়গা নেই</translation>
    </message>
    <message>
        <source>Make room, then try again. What you typed is still here.</source>
        <translation>জায়গা খালি করে আবার চেষ্টা করুন। আপনার লেখা এখানেই আছে।</translation>
    </message>
    <message>
        <source>This new version cannot be used</source>
        <translation>নতুন সংস্করণটি ব্যবহার করা যাচ্ছে না</translation>
    </message>
    <message>
        <source>This package is not newer than the program</source>
        <translation>এই প্যাকেজ বর্তমান প্রোগ্রামের চেয়ে নতুন নয়</translation>
    </message>
    <message>
        <source>Nothing needs to be done. Ask for the newest one if you expected it.</source>
        <translation>কিছু করতে হবে না। নতুনটি পাওয়ার কথা থাকলে আইসিটি বিভাগে চান।</translation>
    </message>
    <message>
        <source>This package is not signed by the company</source>
        <translation>এই প্যাকেজে কোম্পানির স্বাক্ষর নেই</translation>
    </message>
    <message>
        <source>Do not install it. Call the ICT department.</source>
        <translation>এটি ইনস্টল করবেন না। আইসিটি বিভাগকে জানান।</translation>
    </message>
    <message>
        <source>The package is damaged or was changed</source>
        <translation>প্যাকেজটি নষ্ট বা বদলানো</translation>
    </message>
    <message>
        <source>It was deleted. Fetch it again; if it stays, call the ICT department.</source>
        <translation>এটি মুছে ফেলা হয়েছে। আবার আনুন; তবু না হলে আইসিটি বিভাগকে জানান।</translation>
    </message>
    <message>
        <source>The package cannot be read</source>
        <translation>প্যাকেজটি পড়া যায় না</translation>
    </message>
    <message>
        <source>Copy it to the stick again, with both of its files.</source>
        <translation>দুটি ফাইলসহ পেনড্রাইভে আবার কপি করুন।</translation>
    </message>
    <message>
        <source>There is no package in this folder</source>
        <translation>এই ফোল্ডারে কোনো প্যাকেজ নেই</translation>
    </message>
    <message>
        <source>The server has another version by now</source>
        <translation>সার্ভারে এখন অন্য সংস্করণ আছে</translation>
    </message>
    <message>
        <source>Look for it once more.</source>
        <translation>আরেকবার খুঁজুন।</translation>
    </message>
    <message>
        <source>This program knows no key of the company</source>
        <translation>এই প্রোগ্রামে কোম্পানির কোনো চাবি দেওয়া নেই</translation>
    </message>
    <message>
        <source>Have the ICT department install the new version by hand.</source>
        <translation>নতুন সংস্করণ আইসিটি বিভাগকে দিয়ে ইনস্টল করান।</translation>
    </message>
    <message>
        <source>The new version cannot be installed from here</source>
        <translation>এখান থেকে নতুন সংস্করণ ইনস্টল করা যায় না</translation>
    </message>
    <message>
        <source>Have the ICT department install it.</source>
        <translation>আইসিটি বিভাগকে দিয়ে ইনস্টল করান।</translation>
    </message>
    <message>
        <source>Choose the folder that holds update.json and the installer.</source>
        <translation>update.json ও ইনস্টলার আছে এমন ফোল্ডার বেছে নিন।</translation>
    </message>
    <message>
        <source>Your duty does not allow this</source>
        <translation>আপনার দায়িত্বে এটি করা যায় না</translation>
    </message>
    <message>
        <source>Ask the office head of this complaint.</source>
        <translation>এই অভিযোগের দপ্তর প্রধানকে জানান।</translation>
    </message>
    <message>
        <source>Not possible in this state</source>
        <translation>এই অবস্থায় করা যায় না</translation>
    </message>
    <message>
        <source>Look at the complaint&apos;s state and choose another action.</source>
        <translation>অভিযোগের অবস্থা দেখে অন্য কাজ বেছে নিন।</translation>
    </message>
    <message>
        <source>You can look, not change</source>
        <translation>আপনি দেখতে পারবেন, বদলাতে নয়</translation>
    </message>
    <message>
        <source>The complaint is not on this PC any more</source>
        <translation>অভিযোগটি আর এই পিসিতে নেই</translation>
    </message>
    <message>
        <source>It has left your area. Choose another one.</source>
        <translation>এটি আপনার এলাকা থেকে সরে গেছে। অন্যটি বেছে নিন।</translation>
    </message>
    <message>
        <source>This was decided already</source>
        <translation>এ বিষয়ে সিদ্ধান্ত আগেই নেওয়া হয়েছে</translation>
    </message>
    <message>
        <source>Look at the outbox again.</source>
        <translation>আউটবক্স আবার দেখুন।</translation>
    </message>
    <message>
        <source>The message to the customer is missing</source>
        <translation>গ্রাহকের বার্তা লেখা হয়নি</translation>
    </message>
    <message>
        <source>Write it, or choose a ready text.</source>
        <translation>লিখুন, অথবা তৈরি লেখা বেছে নিন।</translation>
    </message>
    <message>
        <source>The reason is missing</source>
        <translation>কারণ দেওয়া হয়নি</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>তালিকা থেকে একটি বেছে নিন।</translation>
    </message>
    <message>
        <source>Neither feeder nor officer is chosen</source>
        <translation>ফিডার বা কর্মকর্তা কিছুই বাছাই হয়নি</translation>
    </message>
    <message>
        <source>Choose who looks after it from now on.</source>
        <translation>এখন থেকে কে দেখবেন তা বেছে নিন।</translation>
    </message>
    <message>
        <source>A blank in the message is not filled in</source>
        <translation>বার্তায় একটি ফাঁকা জায়গা পূরণ হয়নি</translation>
    </message>
    <message>
        <source>Write over what stands in {}, or take it out.</source>
        <translation>{} চিহ্নের ভেতরের লেখার জায়গায় লিখুন, নয়তো মুছে দিন।</translation>
    </message>
    <message>
        <source>The message is too long</source>
        <translation>বার্তাটি বেশি বড়</translation>
    </message>
    <message>
        <source>Shorten it to 1,000 characters.</source>
        <translation>১,০০০ অক্ষরের মধ্যে ছোট করুন।</translation>
    </message>
    <message>
        <source>Someone else changed it meanwhile</source>
        <translation>এর মধ্যে অন্য কেউ এটি বদলেছেন</translation>
    </message>
    <message>
        <source>Look at the complaint again, then decide.</source>
        <translation>অভিযোগটি আবার দেখে সিদ্ধান্ত নিন।</translation>
    </message>
    <message>
        <source>The complaint is past this step</source>
        <translation>অভিযোগটি এই ধাপ পেরিয়ে গেছে</translation>
    </message>
    <message>
        <source>The action before it failed</source>
        <translation>এর আগের কাজটি হয়নি</translation>
    </message>
    <message>
        <source>Settle that one first, then do this again.</source>
        <translation>আগে সেটি মেটান, তারপর এটি আবার করুন।</translation>
    </message>
    <message>
        <source>The action before it has not arrived yet</source>
        <translation>এর আগের কাজটি এখনো পৌঁছায়নি</translation>
    </message>
    <message>
        <source>It is sent again by itself.</source>
        <translation>নিজে থেকেই আবার পাঠানো হবে।</translation>
    </message>
    <message>
        <source>The same action is on its way</source>
        <translation>একই কাজ পাঠানো হচ্ছে</translation>
    </message>
    <message>
        <source>It is asked for again by itself.</source>
        <translation>নিজে থেকেই আবার খোঁজ নেওয়া হবে।</translation>
    </message>
    <message>
        <source>The action&apos;s number is already taken</source>
        <translation>কাজটির নম্বর আগেই ব্যবহার হয়েছে</translation>
    </message>
    <message>
        <source>Copy the text, discard this and do it again.</source>
        <translation>লেখাটি কপি করুন, এটি ফেলে দিয়ে আবার করুন।</translation>
    </message>
    <message>
        <source>The action is too old</source>
        <translation>কাজটি অনেক পুরোনো</translation>
    </message>
    <message>
        <source>Look at the complaint and do it again if it is still needed.</source>
        <translation>অভিযোগটি দেখুন, এখনো দরকার হলে আবার করুন।</translation>
    </message>
    <message>
        <source>The clock of this PC ran ahead</source>
        <translation>এই পিসির ঘড়ি এগিয়ে ছিল</translation>
    </message>
    <message>
        <source>Set the clock right, then do it again.</source>
        <translation>ঘড়ি ঠিক করে আবার করুন।</translation>
    </message>
    <message>
        <source>Something is missing in the action</source>
        <translation>কাজটিতে কিছু বাদ পড়েছে</translation>
    </message>
    <message>
        <source>Check text and reason, then do it again.</source>
        <translation>লেখা ও কারণ দেখে আবার করুন।</translation>
    </message>
    <message>
        <source>The server did not understand it</source>
        <translation>সার্ভার এটি বুঝতে পারেনি</translation>
    </message>
    <message>
        <source>Copy the text and do it again. If it stays, call the ICT department.</source>
        <translation>লেখাটি কপি করে আবার করুন। না হলে আইসিটি দপ্তরে ফোন করুন।</translation>
    </message>
    <message>
        <source>The complaint is not in your area any more</source>
        <translation>অভিযোগটি আর আপনার এলাকায় নেই</translation>
    </message>
    <message>
        <source>Ask the office that has it now.</source>
        <translation>এখন যে দপ্তরে আছে, সেখানে জানান।</translation>
    </message>
    <message>
        <source>The server does not know this request</source>
        <translation>সার্ভার এই অনুরোধ চেনে না</translation>
    </message>
    <message>
        <source>Check the server address and the program&apos;s version.</source>
        <translation>সার্ভারের ঠিকানা ও প্রোগ্রামের সংস্করণ দেখুন।</translation>
    </message>
    <message>
        <source>It is too large for the server</source>
        <translation>সার্ভারের জন্য এটি বেশি বড়</translation>
    </message>
    <message>
        <source>Shorten the text and send it again.</source>
        <translation>লেখা ছোট করে আবার পাঠান।</translation>
    </message>
    <message>
        <source>The file on the server has changed</source>
        <translation>সার্ভারের ফাইলটি বদলে গেছে</translation>
    </message>
    <message>
        <source>Open the file again.</source>
        <translation>ফাইলটি আবার খুলুন।</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>সার্ভার নেয়নি</translation>
    </message>
    <message>
        <source>Try again. If it stays, call the ICT department.</source>
        <translation>আবার চেষ্টা করুন। না হলে আইসিটি দপ্তরে ফোন করুন।</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>একটি সমস্যা হয়েছে</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>Report</source>
        <translation>প্রতিবেদন</translation>
    </message>
    <message>
        <source>The report holds no names, numbers or messages.</source>
        <translation>প্রতিবেদনে কোনো নাম, নম্বর বা বার্তা নেই।</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>প্রতিবেদন কপি করুন</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Take away: {0}</source>
        <translation>সরান: {0}</translation>
    </message>
</context>
<context>
    <name>HistoryRow</name>
    <message>
        <source>rated {0} of 5</source>
        <extracomment>So many are shown before the officer asks for more.</extracomment>
        <translation>৫-এ {0}</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message numerus="yes">
        <source>%Ln other complaint(s) of this customer</source>
        <translation>
            <numerusform>এই গ্রাহকের আরও %Lnটি অভিযোগ</numerusform>
            <numerusform>এই গ্রাহকের আরও %Lnটি অভিযোগ</numerusform>
        </translation>
    </message>
    <message>
        <source>Show {0}</source>
        <translation>{0}টি দেখুন</translation>
    </message>
    <message>
        <source>Older complaints are not on this PC yet. They come by themselves.</source>
        <translation>আগের অভিযোগগুলো এখনো এই পিসিতে নেই। নিজে থেকেই আসবে।</translation>
    </message>
    <message>
        <source>No other complaint of this customer</source>
        <translation>এই গ্রাহকের আর কোনো অভিযোগ নেই</translation>
    </message>
    <message>
        <source>These are the newest. Search for the mobile number to see all.</source>
        <translation>এগুলো সবচেয়ে নতুন। সব দেখতে মোবাইল নম্বর দিয়ে খুঁজুন।</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Complaint</source>
        <extracomment>Headings, in the order of the page; the same words as the menus&apos;.</extracomment>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>View</source>
        <translation>দেখুন</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>সম্পাদনা</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ফাইল</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>জানালা</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>সহায়তা</translation>
    </message>
    <message>
        <source>In lists and boxes</source>
        <translation>তালিকা ও ঘরে</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <extracomment>What widgets do with keys by themselves.</extracomment>
        <translation>সারি বেছে নিন</translation>
    </message>
    <message>
        <source>Open and write to the customer</source>
        <translation>খুলুন ও গ্রাহককে লিখুন</translation>
    </message>
    <message>
        <source>Send what is written</source>
        <translation>লেখা পাঠান</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
    <message>
        <source>To the next field</source>
        <translation>পরের ঘরে যান</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>কি-তালিকা</translation>
    </message>
    <message>
        <source>The digits work in both scripts, while no text is being written.</source>
        <translation>অঙ্কগুলো বাংলা ও ইংরেজি দুভাবেই কাজ করে, যখন কোনো ঘরে লেখা চলছে না।</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>লেখা হিসেবে কপি করুন</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Copied. Paste it where you want to print it.</source>
        <translation>কপি হয়েছে। যেখানে ছাপাতে চান সেখানে পেস্ট করুন।</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>today</source>
        <translation>আজ</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>গতকাল</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>কাল</translation>
    </message>
    <message numerus="yes">
        <source>%Ln working day(s)</source>
        <translation>
            <numerusform>%Ln কর্মদিবস</numerusform>
            <numerusform>%Ln কর্মদিবস</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln দিন</numerusform>
            <numerusform>%Ln দিন</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} মি.</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} ঘ. {1} মি.</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Language</source>
        <translation>ভাষা</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Online. %Ln action(s) sent</source>
        <extracomment>In a narrower window the navigation shows icons.</extracomment>
        <translation>
            <numerusform>লাইন এসেছে। %Lnটি কাজ পাঠানো হয়েছে</numerusform>
            <numerusform>লাইন এসেছে। %Lnটি কাজ পাঠানো হয়েছে</numerusform>
        </translation>
    </message>
    <message>
        <source>WZPDCL Desktop</source>
        <translation>ওজোপাডিকো ডেস্কটপ</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>Complaint {0}</source>
        <translation>অভিযোগ {0}</translation>
    </message>
</context>
<context>
    <name>MessageBox</name>
    <message>
        <source>{0} · {1} SMS</source>
        <extracomment>Longest message of the contract, in characters.</extracomment>
        <translation>{0} · {1}টি এসএমএস</translation>
    </message>
    <message>
        <source>{0} too many</source>
        <translation>{0}টি অক্ষর বেশি</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>My lists</source>
        <translation>আমার তালিকা</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>আজকের চিত্র</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>আউটবক্স</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>তালিকা</translation>
    </message>
</context>
<context>
    <name>NoticePanel</name>
    <message>
        <source>Notices</source>
        <translation>বিজ্ঞপ্তি</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>সব পঠিত করুন</translation>
    </message>
    <message>
        <source>No notices</source>
        <translation>কোনো বিজ্ঞপ্তি নেই</translation>
    </message>
    <message>
        <source>New, overdue and reopened complaints and customers&apos; messages are told here.</source>
        <translation>নতুন, সময় পেরোনো ও আবার খোলা অভিযোগ আর গ্রাহকের বার্তা এখানে জানানো হয়।</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Not read</source>
        <extracomment>Icon and role of colour of each kind.</extracomment>
        <translation>অপঠিত</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Lnটি বিজ্ঞপ্তি</numerusform>
            <numerusform>%Lnটি বিজ্ঞপ্তি</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s) not read</source>
        <translation>
            <numerusform>%Lnটি অপঠিত বিজ্ঞপ্তি</numerusform>
            <numerusform>%Lnটি অপঠিত বিজ্ঞপ্তি</numerusform>
        </translation>
    </message>
    <message>
        <source>No unread notices</source>
        <translation>অপঠিত বিজ্ঞপ্তি নেই</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new complaint(s)</source>
        <translation>
            <numerusform>%Lnটি নতুন অভিযোগ</numerusform>
            <numerusform>%Lnটি নতুন অভিযোগ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complaint(s) reopened</source>
        <translation>
            <numerusform>%Lnটি অভিযোগ আবার খোলা হয়েছে</numerusform>
            <numerusform>%Lnটি অভিযোগ আবার খোলা হয়েছে</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complaint(s) due soon</source>
        <translation>
            <numerusform>%Lnটি অভিযোগের সময় শীঘ্রই শেষ</numerusform>
            <numerusform>%Lnটি অভিযোগের সময় শীঘ্রই শেষ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complaint(s) overdue</source>
        <translation>
            <numerusform>%Lnটি অভিযোগের সময় পেরিয়েছে</numerusform>
            <numerusform>%Lnটি অভিযোগের সময় পেরিয়েছে</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) wrote</source>
        <translation>
            <numerusform>%Ln জন গ্রাহক লিখেছেন</numerusform>
            <numerusform>%Ln জন গ্রাহক লিখেছেন</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficerDialog</name>
    <message>
        <source>Copy the number</source>
        <translation>নম্বর কপি করুন</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>কল করুন</translation>
    </message>
    <message>
        <source>No mobile number is known.</source>
        <translation>মোবাইল নম্বর জানা নেই।</translation>
    </message>
    <message>
        <source>Feeders: {0}</source>
        <translation>ফিডার: {0}</translation>
    </message>
</context>
<context>
    <name>OutboxPanel</name>
    <message>
        <source>Export the outbox</source>
        <translation>আউটবক্স এক্সপোর্ট করুন</translation>
    </message>
    <message>
        <source>Show the complaint</source>
        <translation>অভিযোগটি দেখুন</translation>
    </message>
    <message>
        <source>Outbox: in the order of sending</source>
        <translation>আউটবক্স: যে ক্রমে পাঠানো হবে</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>এক্সপোর্ট</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>আউটবক্স</translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>আউটবক্স খালি</translation>
    </message>
    <message>
        <source>Everything you did has reached the server.</source>
        <translation>আপনার সব কাজ সার্ভারে পৌঁছে গেছে।</translation>
    </message>
    <message>
        <source>{0} written to the file</source>
        <translation>{0}টি কাজ ফাইলে লেখা হয়েছে</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation>{0}টি</translation>
    </message>
    <message>
        <source>It will not be sent, and what you did after it on this complaint goes with it.</source>
        <translation>এটি আর পাঠানো হবে না। এই অভিযোগে এর পরে যা করেছেন, তা-ও বাদ যাবে।</translation>
    </message>
    <message>
        <source>The customer does not get it. The complaint stays as the server has it.</source>
        <translation>গ্রাহক এটি পাবেন না। অভিযোগটি সার্ভারে যেমন আছে, তেমনই থাকবে।</translation>
    </message>
    <message>
        <source>Discard: {0}?</source>
        <translation>বাদ দেবেন: {0}?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>বাদ দিন</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
</context>
<context>
    <name>OutboxText</name>
    <message>
        <source>Accept</source>
        <extracomment>Icon and colour token of each state.</extracomment>
        <translation>গ্রহণ</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>বার্তা</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>সমাধান</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>ফিডার বদল</translation>
    </message>
    <message>
        <source>May have been sent already</source>
        <translation>হয়তো আগেই পাঠানো হয়েছে</translation>
    </message>
    <message>
        <source>You hold it back</source>
        <translation>আপনি থামিয়ে রেখেছেন</translation>
    </message>
    <message>
        <source>reason: {0}</source>
        <translation>কারণ: {0}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>অপেক্ষমাণ</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>যাচ্ছে</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>থামানো</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>অমিল</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>যায়নি</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>পাঠানো হয়েছে</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ফিরিয়ে নিন</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>থামিয়ে রাখুন</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>চালু করুন</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>আবার চেষ্টা করুন</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>সিদ্ধান্ত নিন…</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>ঠিক করুন</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>বাদ দিন…</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>লেখাটি কপি করুন</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Actions</source>
        <extracomment>The action that opens the palette itself is not offered in it.</extracomment>
        <translation>কাজ</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>তালিকা</translation>
    </message>
    <message>
        <source>Feeders</source>
        <translation>ফিডার</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>কর্মকর্তা</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>Search or type what to do</source>
        <translation>খুঁজুন বা কাজ লিখুন</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>ফলাফল</translation>
    </message>
    <message>
        <source>Nothing found. Try a name, a number or another word.</source>
        <translation>কিছু পাওয়া যায়নি। নাম, নম্বর বা অন্য শব্দ লিখে দেখুন।</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Complaint</source>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>আউটবক্স</translation>
    </message>
    <message>
        <source>List, complaint and outbox</source>
        <extracomment>In a narrower window complaint and outbox are tabs beside the list. Whether the detail is in its dock now, and what holds for it when it is.</extracomment>
        <translation>তালিকা, অভিযোগ ও আউটবক্স</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>প্যানেল</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Sign in again</source>
        <translation>আবার লগইন</translation>
    </message>
    <message>
        <source>Your work is kept. The password of {0} lets it be sent.</source>
        <translation>আপনার কাজ রাখা আছে। পাঠাতে {0}-এর পাসওয়ার্ড দিন।</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>পাসওয়ার্ড</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>লগইন করুন</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>লগইন হচ্ছে…</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Hide password</source>
        <translation>পাসওয়ার্ড লুকান</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>পাসওয়ার্ড দেখুন</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Feeders: {0}</source>
        <translation>ফিডার: {0}</translation>
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>Name, number, place</source>
        <translation>নাম, নম্বর, ঠিকানা</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>তালিকায় খুঁজুন</translation>
    </message>
    <message>
        <source>More</source>
        <translation>আরও</translation>
    </message>
</context>
<context>
    <name>QueueConditions</name>
    <message>
        <source>Today</source>
        <extracomment>In the order of their chips. Conditions that no button of the bar sets: they came with a number of the dashboard. More names than this are counted in a chip.</extracomment>
        <translation>আজ</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>গত ৭ দিন</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>এই মাস</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>সময় পেরিয়েছে</translation>
    </message>
    <message>
        <source>Within an hour</source>
        <translation>১ ঘণ্টার মধ্যে শেষ</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>শীঘ্রই শেষ</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>সময় আছে</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>মূল্যায়ন নেই</translation>
    </message>
    <message>
        <source>{0} of 5</source>
        <translation>৫-এ {0}</translation>
    </message>
    <message>
        <source>Feeder: {0}</source>
        <translation>ফিডার: {0}</translation>
    </message>
    <message>
        <source>Category: {0}</source>
        <translation>ধরন: {0}</translation>
    </message>
    <message>
        <source>Came: {0}</source>
        <translation>এসেছে: {0}</translation>
    </message>
    <message>
        <source>Time: {0}</source>
        <translation>সময়: {0}</translation>
    </message>
    <message>
        <source>Assigned to: {0}</source>
        <translation>দায়িত্বে: {0}</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>আবার খোলা</translation>
    </message>
    <message>
        <source>Accepted: {0}</source>
        <translation>গ্রহণ: {0}</translation>
    </message>
    <message>
        <source>Closed: {0}</source>
        <translation>শেষ হয়েছে: {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>খোলা</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>কেউ না</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>গ্রাহকের মত আছে</translation>
    </message>
    <message>
        <source>Rating: {0}</source>
        <translation>মূল্যায়ন: {0}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} ও আরও {count}টি</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} থেকে {1}</translation>
    </message>
</context>
<context>
    <name>QueueEmpty</name>
    <message>
        <source>See {list} ({count})</source>
        <extracomment>Where the work goes on when a list is empty.</extracomment>
        <translation>{list} {count}টি দেখুন</translation>
    </message>
    <message>
        <source>Without filters, {list} has {count}.</source>
        <translation>ফিল্টার ছাড়া {list} তালিকায় {count}টি অভিযোগ আছে।</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>এই ফিল্টারে কিছু নেই</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>ফিল্টার মুছুন</translation>
    </message>
    <message>
        <source>It is on its way. You can go on with everything else.</source>
        <translation>তালিকা আসছে। বাকি সব কাজ চলবে।</translation>
    </message>
    <message>
        <source>It could not be fetched offline. It comes by itself when the line is back.</source>
        <translation>অফলাইনে থাকায় আনা গেল না। লাইন এলে নিজে থেকে আসবে। বাকি সব কাজ চলবে।</translation>
    </message>
    <message>
        <source>Not downloaded yet</source>
        <translation>এই তালিকা এখনো এই পিসিতে নেই</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>আবার চেষ্টা করুন</translation>
    </message>
    <message>
        <source>Inbox empty</source>
        <translation>ইনবক্স খালি</translation>
    </message>
    <message>
        <source>Nothing in progress</source>
        <translation>চলমান কোনো অভিযোগ নেই</translation>
    </message>
    <message>
        <source>Nothing resolved yet</source>
        <translation>এখনো কোনো অভিযোগ সমাধান হয়নি</translation>
    </message>
    <message>
        <source>Nothing cancelled</source>
        <translation>কোনো অভিযোগ বাতিল হয়নি</translation>
    </message>
    <message>
        <source>Nothing is due within an hour</source>
        <translation>১ ঘণ্টার মধ্যে শেষ হবে, এমন কিছু নেই</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>কোনো অভিযোগের সময় পেরোয়নি</translation>
    </message>
    <message>
        <source>Nothing was reopened</source>
        <translation>কোনো অভিযোগ আবার খোলা হয়নি</translation>
    </message>
    <message>
        <source>No complaints</source>
        <translation>কোনো অভিযোগ নেই</translation>
    </message>
    <message>
        <source>Every complaint has been taken up. New ones appear here by themselves.</source>
        <translation>সব অভিযোগ দেখা হয়েছে। নতুন এলে নিজে থেকে এখানে আসবে।</translation>
    </message>
    <message>
        <source>What you accept from the inbox appears here.</source>
        <translation>ইনবক্স থেকে যা গ্রহণ করবেন, তা এখানে আসবে।</translation>
    </message>
    <message>
        <source>What is closed appears here with the customer&apos;s rating.</source>
        <translation>যা বন্ধ হবে, তা গ্রাহকের মূল্যায়নসহ এখানে আসবে।</translation>
    </message>
    <message>
        <source>This list fills by itself as time goes on.</source>
        <translation>সময়ের সঙ্গে এই তালিকা নিজে থেকে পূরণ হয়।</translation>
    </message>
    <message>
        <source>Take away: {0}</source>
        <translation>মুছুন: {0}</translation>
    </message>
</context>
<context>
    <name>QueueFilters</name>
    <message>
        <source>All: {0}</source>
        <extracomment>Lists of which a filter would only repeat or contradict the name.</extracomment>
        <translation>সব: {0}</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>সময় বাকি</translation>
    </message>
    <message>
        <source>When it came</source>
        <translation>আসার সময়</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>তারিখ বেছে নিন …</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>দায়িত্বে</translation>
    </message>
    <message>
        <source>Customer&apos;s rating</source>
        <translation>গ্রাহকের মূল্যায়ন</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>আবার খোলা</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>আমি</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>কেউ না</translation>
    </message>
    <message>
        <source>Feeder</source>
        <translation>ফিডার</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>ধরন</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>ফিল্টার</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Closed</source>
        <extracomment>Rows kept: what a person scrolls back to is still there. More steps than this and the view is told to begin anew. The QueueRow behind an index, None while its page loads.</extracomment>
        <translation>বন্ধ হয়েছে</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>সময় বাকি</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>Customer, place</source>
        <translation>গ্রাহক ও ঠিকানা</translation>
    </message>
    <message>
        <source>Feeder</source>
        <translation>ফিডার</translation>
    </message>
    <message>
        <source>In</source>
        <translation>এসেছে</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>বড় থেকে ছোট</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>ছোট থেকে বড়</translation>
    </message>
</context>
<context>
    <name>QueueNarrowing</name>
    <message>
        <source>Clear filters</source>
        <translation>ফিল্টার মুছুন</translation>
    </message>
    <message>
        <source>Filters in force</source>
        <translation>যেসব ফিল্টার চলছে</translation>
    </message>
</context>
<context>
    <name>QueuePages</name>
    <message>
        <source>Complaints arriving: {rows} of {total}</source>
        <translation>অভিযোগ আসছে: {total}-এর মধ্যে {rows}</translation>
    </message>
    <message>
        <source>Complaints arriving: {rows} so far</source>
        <translation>অভিযোগ আসছে: এ পর্যন্ত {rows}টি</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Complaints</source>
        <translation>অভিযোগের তালিকা</translation>
    </message>
    <message>
        <source>Sorted by: {0}, {1}</source>
        <translation>সাজানো: {0}, {1}</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>{0}টি মিলেছে</translation>
    </message>
    <message>
        <source>{0}, {1} new</source>
        <translation>{0}টি, {1}টি নতুন</translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation>{0}টি</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>আবার চেষ্টা করুন</translation>
    </message>
</context>
<context>
    <name>QueueSorting</name>
    <message>
        <source>Time left</source>
        <translation>সময় বাকি</translation>
    </message>
    <message>
        <source>When it came</source>
        <translation>আসার সময়</translation>
    </message>
    <message>
        <source>When it was closed</source>
        <translation>বন্ধ হওয়ার সময়</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>ধরন</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>গ্রাহক</translation>
    </message>
    <message>
        <source>Feeder</source>
        <translation>ফিডার</translation>
    </message>
</context>
<context>
    <name>RangeDialog</name>
    <message>
        <source>Complaints of which days?</source>
        <translation>কোন দিনগুলোর অভিযোগ?</translation>
    </message>
    <message>
        <source>From</source>
        <translation>শুরুর দিন</translation>
    </message>
    <message>
        <source>To</source>
        <translation>শেষ দিন</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>দেখান</translation>
    </message>
    <message>
        <source>The first day is after the last. Change one of them.</source>
        <translation>শুরুর দিনটি শেষ দিনের পরে পড়েছে। একটি বদলান।</translation>
    </message>
</context>
<context>
    <name>ReadyTexts</name>
    <message>
        <source>More ready texts</source>
        <translation>আরও তৈরি বার্তা</translation>
    </message>
</context>
<context>
    <name>RowText</name>
    <message>
        <source>Inbox</source>
        <extracomment>Icon of each clock, as the look has it. Role of colour of each mark.</extracomment>
        <translation>ইনবক্স</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>চলমান</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>সমাধান হয়েছে</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>বাতিল হয়েছে</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>অপেক্ষমাণ</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>যাচ্ছে</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>থামানো</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>যায়নি</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>অমিল</translation>
    </message>
    <message>
        <source>Sunday–Thursday, 9–17</source>
        <translation>কর্মদিবস, রবি–বৃহস্পতি</translation>
    </message>
    <message>
        <source>Around the clock</source>
        <translation>২৪×৭</translation>
    </message>
    <message>
        <source>{0} gone</source>
        <translation>{0} গেছে</translation>
    </message>
    <message>
        <source>holiday {date}: {name}</source>
        <translation>ছুটি {date}: {name}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>নতুন</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0} বার</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time} পর্যন্ত</translation>
    </message>
    <message>
        <source>tmrw {time}</source>
        <translation>কাল {time}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>পেরিয়েছে</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>শীঘ্রই শেষ</translation>
    </message>
    <message>
        <source>rated {0} of 5</source>
        <translation>মূল্যায়ন ৫-এ {0}</translation>
    </message>
    <message>
        <source>called {0} times</source>
        <translation>{0} বার কল করেছেন</translation>
    </message>
    <message>
        <source>files: {0}</source>
        <translation>{0}টি ফাইল</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <extracomment>What can be done to several, in the order drawn: kind of the button, and its digit.</extracomment>
        <translation>
            <numerusform>%Lnটি বাছাই</numerusform>
            <numerusform>%Lnটি বাছাই</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>গ্রহণ</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>বার্তা</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>অন্যকে দিন</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>ছেড়ে দিন</translation>
    </message>
    <message>
        <source>Select only one again (Esc)</source>
        <translation>আবার একটিই বাছাই রাখুন (Esc)</translation>
    </message>
</context>
<context>
    <name>SelfCheck</name>
    <message>
        <source>Films are then opened in the PC&apos;s own player. Install the program again for its own.</source>
        <translation>ভিডিও তখন পিসির নিজের প্লেয়ারে খোলে। প্রোগ্রামের ভেতরে দেখতে আবার ইনস্টল করুন।</translation>
    </message>
    <message>
        <source>No kind of film can be decoded</source>
        <translation>কোনো ভিডিও চালানো যায় না</translation>
    </message>
    <message>
        <source>The sample film gives no picture</source>
        <translation>নমুনা ভিডিওর ছবি আসে না</translation>
    </message>
    <message>
        <source>The sample film is missing</source>
        <translation>নমুনা ভিডিওটি নেই</translation>
    </message>
    <message>
        <source>Ended without an answer (code {0})</source>
        <extracomment>Part in a process of its own -&gt; the checks that it answers for, whether they are needed, seconds it has. How a part is started; tests put in one that crashes or hangs.</extracomment>
        <translation>উত্তর না দিয়ে বন্ধ হয়ে গেছে (কোড {0})</translation>
    </message>
    <message>
        <source>No answer within {0} seconds</source>
        <translation>{0} সেকেন্ডেও উত্তর আসেনি</translation>
    </message>
    <message>
        <source>Install the program again; look whether the antivirus took files away.</source>
        <extracomment>Conjuncts that come apart first where shaping is wrong. A conjunct is narrower than its letters side by side, which is what a missing ligature looks like.</extracomment>
        <translation>প্রোগ্রামটি আবার ইনস্টল করুন; অ্যান্টিভাইরাস কোনো ফাইল সরিয়েছে কি না দেখুন।</translation>
    </message>
    <message>
        <source>The rest works without it. </source>
        <translation>এটি ছাড়া বাকি সব চলে। </translation>
    </message>
    <message>
        <source>The program&apos;s pictures are not there</source>
        <translation>প্রোগ্রামের ছবিগুলো নেই</translation>
    </message>
    <message>
        <source>A window stays empty</source>
        <translation>উইন্ডো ফাঁকা থাকে</translation>
    </message>
    <message>
        <source>The font {0} is missing</source>
        <translation>{0} ফন্টটি নেই</translation>
    </message>
    <message>
        <source>These come apart: {0}</source>
        <translation>এগুলো ভেঙে যায়: {0}</translation>
    </message>
    <message>
        <source>{0} conjuncts are whole</source>
        <translation>{0}টি যুক্তাক্ষর ঠিকমতো জোড়া লাগে</translation>
    </message>
    <message>
        <source>No Bangla for: {0}</source>
        <translation>বাংলা নেই: {0}</translation>
    </message>
    <message>
        <source>The English plurals are missing</source>
        <translation>ইংরেজি বহুবচন নেই</translation>
    </message>
    <message>
        <source>Bangla and English</source>
        <translation>বাংলা ও ইংরেজি</translation>
    </message>
    <message>
        <source>The language file {0} is missing</source>
        <translation>ভাষার ফাইল {0} নেই</translation>
    </message>
    <message>
        <source>What was written is no PDF</source>
        <translation>যা লেখা হয়েছে তা পিডিএফ নয়</translation>
    </message>
    <message>
        <source>The page of the PDF stays empty</source>
        <translation>পিডিএফের পাতা ফাঁকা থাকে</translation>
    </message>
    <message>
        <source>Written and read back: {0} bytes</source>
        <translation>লেখা ও আবার পড়া গেছে: {0} বাইট</translation>
    </message>
    <message>
        <source>Encrypted; whole after its process was killed</source>
        <translation>এনক্রিপ্ট করা; হঠাৎ বন্ধ হলেও অক্ষত</translation>
    </message>
    <message>
        <source>Exempt the program&apos;s data folder in the antivirus, then check again.</source>
        <translation>অ্যান্টিভাইরাসে প্রোগ্রামের তথ্যের ফোল্ডারটি ছাড় দিন, তারপর আবার পরীক্ষা করুন।</translation>
    </message>
    <message>
        <source>Cannot be written</source>
        <translation>লেখা যায় না</translation>
    </message>
    <message>
        <source>It is not encrypted</source>
        <translation>এনক্রিপ্ট করা নেই</translation>
    </message>
    <message>
        <source>Another key opens it</source>
        <translation>অন্য চাবিতেও খোলে</translation>
    </message>
    <message>
        <source>What was written is lost</source>
        <translation>যা লেখা হয়েছিল তা হারিয়ে গেছে</translation>
    </message>
    <message>
        <source>Everything but the map works without it. Install the program again; on Linux install the libraries that docs/deploying.md names.</source>
        <translation>এটি ছাড়াও মানচিত্র বাদে সব চলে। প্রোগ্রামটি আবার ইনস্টল করুন; লিনাক্সে docs/deploying.md-এ লেখা লাইব্রেরিগুলো ইনস্টল করুন।</translation>
    </message>
    <message>
        <source>The page did not come up</source>
        <translation>পাতাটি খোলেনি</translation>
    </message>
    <message>
        <source>Own folders</source>
        <translation>নিজের ফোল্ডার</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>ডিস্কে খালি জায়গা</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>ঘড়ি</translation>
    </message>
    <message>
        <source>Encrypted store</source>
        <translation>এনক্রিপ্ট করা ভাণ্ডার</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>চাবির ভাণ্ডার</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>সার্টিফিকেট</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>সার্ভার</translation>
    </message>
    <message>
        <source>Windows and pictures</source>
        <translation>উইন্ডো ও ছবি</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>ফন্ট</translation>
    </message>
    <message>
        <source>Bangla letters</source>
        <translation>বাংলা অক্ষর</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>ভাষা</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>পিডিএফ</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>ভিডিও</translation>
    </message>
    <message>
        <source>Map view</source>
        <translation>মানচিত্র</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ঠিক আছে</translation>
    </message>
    <message>
        <source>WRONG</source>
        <translation>সমস্যা</translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation>কী করবেন:</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>নেই</translation>
    </message>
    <message>
        <source>WZPDCL Desktop {0}: self-check</source>
        <translation>ওজোপাডিকো ডেস্কটপ {0}: প্রোগ্রামের নিজের পরীক্ষা</translation>
    </message>
    <message>
        <source>Something that the program needs is wrong.</source>
        <translation>প্রোগ্রাম চলতে যা লাগে তার কোথাও সমস্যা আছে।</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>সব ঠিক আছে।</translation>
    </message>
    <message>
        <source>The program can be used; what is missing says so in its own panel.</source>
        <translation>প্রোগ্রাম চালানো যাবে; যা নেই, তা নিজের প্যানেলে লেখা থাকবে।</translation>
    </message>
    <message>
        <source>What was written is not what is read</source>
        <extracomment>Below this the outbox itself is in danger; attachments stop earlier.</extracomment>
        <translation>যা লেখা হয়েছে, পড়তে গিয়ে তা পাওয়া যায়নি</translation>
    </message>
    <message>
        <source>Cannot write into the folder {0} ({1})</source>
        <translation>{0} ফোল্ডারে লেখা যায় না ({1})</translation>
    </message>
    <message>
        <source>Data, settings and logs can be written</source>
        <translation>তথ্য, সেটিংস ও লগ লেখা যায়</translation>
    </message>
    <message>
        <source>Give this user the right to write there, or exempt it in the antivirus.</source>
        <translation>এই ব্যবহারকারীকে সেখানে লেখার অনুমতি দিন, অথবা অ্যান্টিভাইরাসে ফোল্ডারটি ছাড় দিন।</translation>
    </message>
    <message>
        <source>{0} GB free</source>
        <translation>{0} জিবি খালি</translation>
    </message>
    <message>
        <source>Make room: at least 1 GB should be free.</source>
        <translation>জায়গা খালি করুন: অন্তত ১ জিবি খালি থাকা দরকার।</translation>
    </message>
    <message>
        <source>The clock of this PC says {0}</source>
        <translation>এই পিসির ঘড়িতে {0}</translation>
    </message>
    <message>
        <source>Set date and time in the PC&apos;s settings; if it comes back, change the battery.</source>
        <translation>পিসির সেটিংসে তারিখ ও সময় ঠিক করুন; আবার বদলে গেলে পিসির ব্যাটারি বদলান।</translation>
    </message>
    <message>
        <source>No safe connection can be begun</source>
        <translation>নিরাপদ সংযোগ শুরু করা যায় না</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>প্রোগ্রামটি আবার ইনস্টল করুন।</translation>
    </message>
    <message>
        <source>This PC has no safe place for keys</source>
        <translation>এই পিসিতে চাবি রাখার নিরাপদ জায়গা নেই</translation>
    </message>
    <message>
        <source>The keyring does not keep what it is given</source>
        <translation>চাবির ভাণ্ডার যা রাখতে দেওয়া হয় তা রাখে না</translation>
    </message>
    <message>
        <source>Keys in files, as was asked for</source>
        <translation>যেমন বলা হয়েছে, চাবি ফাইলে থাকে</translation>
    </message>
    <message>
        <source>Keeps a key and gives it back</source>
        <translation>চাবি রাখে ও ফেরত দেয়</translation>
    </message>
    <message>
        <source>Switch on the PC&apos;s credential store (Windows: service “Credential Manager”). Practice mode works without it.</source>
        <translation>পিসির পরিচয়পত্রের ভাণ্ডার চালু করুন (উইন্ডোজে “Credential Manager” সার্ভিস)। অনুশীলন মোড এটি ছাড়াই চলে।</translation>
    </message>
    <message>
        <source>Not reached ({0})</source>
        <translation>পৌঁছানো যায়নি ({0})</translation>
    </message>
    <message>
        <source>It answers, but the clock of this PC is {0} s off</source>
        <translation>সাড়া দেয়, কিন্তু এই পিসির ঘড়ি {0} সেকেন্ড সরে আছে</translation>
    </message>
    <message>
        <source>It answers; the clock of this PC is {0} s off</source>
        <translation>সাড়া দেয়; এই পিসির ঘড়ি {0} সেকেন্ড সরে আছে</translation>
    </message>
    <message>
        <source>No address is set yet</source>
        <translation>এখনো ঠিকানা দেওয়া হয়নি</translation>
    </message>
    <message>
        <source>Look at network, proxy, server address and clock. Work goes on meanwhile.</source>
        <translation>নেটওয়ার্ক, প্রক্সি, সার্ভারের ঠিকানা ও ঘড়ি দেখুন। ততক্ষণ কাজ চলবে।</translation>
    </message>
</context>
<context>
    <name>ServerAddressForm</name>
    <message>
        <source>Server address</source>
        <translation>সার্ভারের ঠিকানা</translation>
    </message>
    <message>
        <source>The ICT department gives you the address of your company&apos;s server. It is asked for once.</source>
        <translation>কোম্পানির সার্ভারের ঠিকানা আইসিটি দপ্তর দেবে। একবারই দিতে হয়।</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ঠিকানা</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>from the next start of the program</source>
        <translation>প্রোগ্রাম আবার চালু করলে</translation>
    </message>
    <message>
        <source>set by the ICT department, cannot be changed here</source>
        <translation>আইসিটি বিভাগ ঠিক করে দিয়েছে, এখানে বদলানো যায় না</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Screen</source>
        <translation>পর্দা</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>কাজ</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>বিজ্ঞপ্তি</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>লগইন</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ভাষা</translation>
    </message>
    <message>
        <source>Texts, digits and dates</source>
        <translation>লেখা, সংখ্যা ও তারিখ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>রং</translation>
    </message>
    <message>
        <source>Light, dark, or as the computer is set</source>
        <translation>হালকা, গাঢ়, অথবা কম্পিউটারের মতো</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>কম্পিউটারের মতো</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>হালকা</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>গাঢ়</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>সবকিছুর আকার</translation>
    </message>
    <message>
        <source>Larger letters and buttons, in percent</source>
        <translation>অক্ষর ও বোতাম কত বড় হবে, শতাংশে</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>নড়াচড়া নয়</translation>
    </message>
    <message>
        <source>Notes appear at once and do not fade in</source>
        <translation>বার্তা ধীরে না ফুটে একবারে আসে</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>ফিরিয়ে নেওয়ার সময়</translation>
    </message>
    <message>
        <source>For so long an action waits here before it is sent</source>
        <translation>পাঠানোর আগে প্রতিটি কাজ এতক্ষণ এখানে থাকে</translation>
    </message>
    <message>
        <source> seconds</source>
        <translation> সেকেন্ড</translation>
    </message>
    <message>
        <source>New complaints</source>
        <translation>নতুন অভিযোগ</translation>
    </message>
    <message>
        <source>A notice when they come</source>
        <translation>এলেই জানানো হবে</translation>
    </message>
    <message>
        <source>Reopened complaints</source>
        <translation>আবার খোলা অভিযোগ</translation>
    </message>
    <message>
        <source>A notice when a customer opens one again</source>
        <translation>গ্রাহক আবার খুললে জানানো হবে</translation>
    </message>
    <message>
        <source>Complaints near their limit</source>
        <translation>শীঘ্রই সময় শেষ</translation>
    </message>
    <message>
        <source>A notice some time before</source>
        <translation>সময় শেষ হওয়ার কিছু আগে জানানো হবে</translation>
    </message>
    <message>
        <source>How early</source>
        <translation>কত আগে</translation>
    </message>
    <message>
        <source>So long before the limit</source>
        <translation>সময় শেষ হওয়ার এত আগে</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> মিনিট</translation>
    </message>
    <message>
        <source>Overdue complaints</source>
        <translation>সময় পেরোনো অভিযোগ</translation>
    </message>
    <message>
        <source>A notice when the limit has passed</source>
        <translation>সময় পেরোলে জানানো হবে</translation>
    </message>
    <message>
        <source>Customers&apos; messages</source>
        <translation>গ্রাহকের বার্তা</translation>
    </message>
    <message>
        <source>A notice when a customer writes</source>
        <translation>গ্রাহক লিখলে জানানো হবে</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>নীরব সময় শুরু</translation>
    </message>
    <message>
        <source>From this hour nothing pops up; it is in the list in the morning</source>
        <translation>এই সময়ের পর পর্দায় কিছু ভেসে উঠবে না; সকালে তালিকায় থাকবে</translation>
    </message>
    <message>
        <source>:00</source>
        <translation>:০০</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>নীরব সময় শেষ</translation>
    </message>
    <message>
        <source>Until this hour; the same as the other for never quiet</source>
        <translation>এই সময় পর্যন্ত; দুটি একই হলে নীরব সময় নেই</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>শব্দ</translation>
    </message>
    <message>
        <source>A short sound with each notification</source>
        <translation>প্রতি বিজ্ঞপ্তির সঙ্গে ছোট একটি শব্দ</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>ট্রেতে থাকবে</translation>
    </message>
    <message>
        <source>Closing the window leaves the program running beside the clock</source>
        <translation>জানালা বন্ধ করলেও প্রোগ্রাম ঘড়ির পাশে চালু থাকবে</translation>
    </message>
    <message>
        <source>Remember the user id</source>
        <translation>ইউজার আইডি মনে রাখুন</translation>
    </message>
    <message>
        <source>It is filled in at the next sign-in; the password never is</source>
        <translation>পরের লগইনে আইডি লেখা থাকবে, পাসওয়ার্ড কখনো নয়</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>সার্ভারের ঠিকানা</translation>
    </message>
    <message>
        <source>Used at the next sign-in</source>
        <translation>পরের লগইন থেকে কাজে লাগবে</translation>
    </message>
    <message>
        <source>Fetch new versions by itself</source>
        <translation>নতুন সংস্করণ নিজে থেকে আনা</translation>
    </message>
    <message>
        <source>In the background, about 100 MB; installed when the program ends</source>
        <translation>কাজের ফাঁকে, প্রায় ১০০ এমবি; প্রোগ্রাম বন্ধ হলে ইনস্টল হয়</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>সেটিংস</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>সেটিংসে খুঁজুন</translation>
    </message>
    <message>
        <source>No setting is called so. Try another word.</source>
        <translation>এই নামে কোনো সেটিং নেই। অন্য শব্দ লিখে দেখুন।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>This PC is set up for practice alone. Press “Practice mode”.</source>
        <translation>এই পিসি শুধু অনুশীলনের জন্য। “অনুশীলন মোড” চাপুন।</translation>
    </message>
    <message>
        <source>There is no network now. You have signed in on this PC before, so you can work offline.</source>
        <translation>এখন নেটওয়ার্ক নেই। এই পিসিতে আগে লগইন করেছেন, তাই অফলাইনে ঢুকতে পারবেন।</translation>
    </message>
    <message>
        <source>There is no network now. The first sign-in on a PC needs network.</source>
        <translation>এখন নেটওয়ার্ক নেই। কোনো পিসিতে প্রথমবার লগইনে নেটওয়ার্ক লাগে।</translation>
    </message>
    <message>
        <source>The user ID is missing. Type it above.</source>
        <translation>ইউজার আইডি দেওয়া হয়নি। উপরে লিখুন।</translation>
    </message>
    <message>
        <source>The password is missing. Type it above.</source>
        <translation>পাসওয়ার্ড দেওয়া হয়নি। উপরে লিখুন।</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>লগইন হচ্ছে…</translation>
    </message>
    <message>
        <source>Sign in now</source>
        <translation>লগইন করুন</translation>
    </message>
    <message>
        <source>Practice mode</source>
        <translation>অনুশীলন মোড</translation>
    </message>
    <message>
        <source>sample data, no account</source>
        <translation>নমুনা তথ্যে, অ্যাকাউন্ট ছাড়া</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>সার্ভারের ঠিকানা</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>লগইন</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>দায়িত্ব</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>ইউজার আইডি</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>পাসওয়ার্ড</translation>
    </message>
    <message>
        <source>Remember me on this PC</source>
        <translation>এই পিসিতে আমাকে মনে রাখুন</translation>
    </message>
</context>
<context>
    <name>SignInPicture</name>
    <message>
        <source>WZPDCL Desktop</source>
        <extracomment>The picture is the same in both themes. Where the sentence ends, with some air, and how far the wires rise above the foot (px). x of the pole, top, foot, half width of the cross arm, line width, opacity; y counts up from the foot.</extracomment>
        <translation>ওজোপাডিকো ডেস্কটপ</translation>
    </message>
    <message>
        <source>Line or no line,</source>
        <translation>লাইন থাকুক বা না থাকুক,</translation>
    </message>
    <message>
        <source>the work goes on.</source>
        <translation>কাজ থেমে থাকবে না।</translation>
    </message>
    <message>
        <source>West Zone Power Distribution Company Limited</source>
        <translation>ওয়েস্ট জোন পাওয়ার ডিস্ট্রিবিউশন কোম্পানি লিমিটেড</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>WZPDCL Desktop</source>
        <extracomment>A narrower window does without the picture.</extracomment>
        <translation>ওজোপাডিকো ডেস্কটপ</translation>
    </message>
    <message>
        <source>Help: call centre {0}</source>
        <translation>সাহায্য: কল সেন্টার {0}</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>সংস্করণ {0}</translation>
    </message>
    <message>
        <source>The data on this PC is encrypted</source>
        <translation>এই পিসির তথ্য সুরক্ষিত রাখা আছে</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>সাজান</translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation>ক্রম উল্টে দিন</translation>
    </message>
</context>
<context>
    <name>Splash</name>
    <message>
        <source>Reading the key</source>
        <extracomment>Steps in the order they come.</extracomment>
        <translation>চাবি পড়া হচ্ছে</translation>
    </message>
    <message>
        <source>Opening the cache</source>
        <translation>ক্যাশ খোলা হচ্ছে</translation>
    </message>
    <message>
        <source>Opening the outbox</source>
        <translation>আউটবক্স খোলা হচ্ছে</translation>
    </message>
    <message>
        <source>Laying out the desk</source>
        <translation>ডেস্ক সাজানো হচ্ছে</translation>
    </message>
    <message>
        <source>Making sample data</source>
        <translation>নমুনা তথ্য তৈরি হচ্ছে</translation>
    </message>
    <message>
        <source>WZPDCL Desktop</source>
        <translation>ওজোপাডিকো ডেস্কটপ</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Accept</source>
        <translation>গ্রহণ</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>বার্তা</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>সমাধান</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Lnটি অপেক্ষমাণ</numerusform>
            <numerusform>%Lnটি অপেক্ষমাণ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Lnটি যায়নি</numerusform>
            <numerusform>%Lnটি যায়নি</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>এখনো সিঙ্ক হয়নি</translation>
    </message>
    <message>
        <source>Last sync {0}</source>
        <translation>শেষ সিঙ্ক {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln মিনিট আগে</numerusform>
            <numerusform>%Ln মিনিট আগে</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet compared with the server; this is done once a day.</source>
        <translation>সার্ভারের সঙ্গে এখনো মেলানো হয়নি; দিনে একবার মেলানো হয়।</translation>
    </message>
    <message>
        <source>Compared with the server {0}: what is on this PC agrees.</source>
        <translation>সার্ভারের সঙ্গে মেলানো হয়েছে: {0}। এই পিসির তথ্য ঠিক আছে।</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>ঘটনাক্রম</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>অফিস</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>আপনার বার্তা</translation>
    </message>
    <message>
        <source>Message from {0}</source>
        <translation>{0}-এর বার্তা</translation>
    </message>
    <message>
        <source>Complaint received</source>
        <translation>অভিযোগ এসেছে</translation>
    </message>
    <message>
        <source>You accepted</source>
        <translation>আপনি গ্রহণ করেছেন</translation>
    </message>
    <message>
        <source>Accepted by {0}</source>
        <translation>গ্রহণ করেছেন {0}</translation>
    </message>
    <message>
        <source>You resolved</source>
        <translation>আপনি সমাধান করেছেন</translation>
    </message>
    <message>
        <source>Resolved by {0}</source>
        <translation>সমাধান করেছেন {0}</translation>
    </message>
    <message>
        <source>You cancelled</source>
        <translation>আপনি বাতিল করেছেন</translation>
    </message>
    <message>
        <source>Cancelled by {0}</source>
        <translation>বাতিল করেছেন {0}</translation>
    </message>
    <message>
        <source>Reassigned by {0}</source>
        <translation>দায়িত্ব বদলেছেন {0}</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>আবার খোলা হয়েছে</translation>
    </message>
    <message>
        <source>Customer&apos;s feedback</source>
        <translation>গ্রাহকের মতামত</translation>
    </message>
    <message>
        <source>Customer&apos;s message</source>
        <translation>গ্রাহকের বার্তা</translation>
    </message>
    <message>
        <source>Sent in a moment</source>
        <translation>একটু পরেই পাঠানো হবে</translation>
    </message>
    <message>
        <source>Sent when the line is back</source>
        <translation>লাইন এলে পাঠানো হবে</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>পাঠানো হচ্ছে</translation>
    </message>
    <message>
        <source>You hold it back</source>
        <translation>আপনি থামিয়ে রেখেছেন</translation>
    </message>
    <message>
        <source>Not sent. See the outbox</source>
        <translation>যায়নি। আউটবক্স দেখুন</translation>
    </message>
    <message>
        <source>Conflict. Decide in the outbox</source>
        <translation>অমিল। আউটবক্সে ঠিক করুন</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>{0} s</source>
        <translation>{0} সে.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>File</source>
        <translation>ফাইল</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>সম্পাদনা</translation>
    </message>
    <message>
        <source>View</source>
        <translation>দেখুন</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>জানালা</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>সহায়তা</translation>
    </message>
    <message>
        <source>Search or type what to do</source>
        <translation>খুঁজুন বা কাজ লিখুন</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>ভাষা বদলান</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>মেনু</translation>
    </message>
    <message>
        <source>Practice mode · sample data</source>
        <translation>অনুশীলন মোড · নমুনা তথ্য</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open</source>
        <translation>খুলুন</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>New version</source>
        <translation>নতুন সংস্করণ</translation>
    </message>
    <message>
        <source>Installed: version {0}</source>
        <translation>এখন আছে: সংস্করণ {0}</translation>
    </message>
    <message>
        <source>Only what the company has signed is installed. Your data and settings stay.</source>
        <translation>শুধু কোম্পানির স্বাক্ষর করা সংস্করণই ইনস্টল হয়। আপনার তথ্য ও সেটিংস থেকে যায়।</translation>
    </message>
    <message>
        <source>On this system the ICT department installs it.</source>
        <translation>এই পিসিতে আইসিটি বিভাগ ইনস্টল করে।</translation>
    </message>
    <message>
        <source>From a USB stick…</source>
        <translation>পেনড্রাইভ থেকে…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>সার্ভারে খোঁজা হচ্ছে…</translation>
    </message>
    <message>
        <source>Being fetched: {0} of {1} MB. You can go on working.</source>
        <translation>আনা হচ্ছে: {1} এমবির মধ্যে {0} এমবি। আপনি কাজ চালিয়ে যেতে পারেন।</translation>
    </message>
    <message>
        <source>Version {0} is ready. It is installed when you quit the program.</source>
        <translation>সংস্করণ {0} তৈরি আছে। প্রোগ্রাম বন্ধ করলেই ইনস্টল হবে।</translation>
    </message>
    <message>
        <source>Version {0} is there, {1} MB.</source>
        <translation>সংস্করণ {0} এসেছে, {1} এমবি।</translation>
    </message>
    <message>
        <source>Until it is installed nothing is sent; what waits is kept.</source>
        <translation>এটি ইনস্টল না হওয়া পর্যন্ত কিছু পাঠানো হবে না; যা অপেক্ষমাণ, তা থেকে যাবে।</translation>
    </message>
    <message>
        <source>No newer version is known.</source>
        <translation>এর চেয়ে নতুন কোনো সংস্করণের খবর নেই।</translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation>আনা থামান</translation>
    </message>
    <message>
        <source>Quit and install</source>
        <translation>বন্ধ করে ইনস্টল করুন</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>এখন আনুন</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>সার্ভারে খুঁজুন</translation>
    </message>
    <message>
        <source>Folder with the package</source>
        <translation>যে ফোল্ডারে প্যাকেজ আছে</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>Write a name for the list.</source>
        <translation>তালিকার একটি নাম লিখুন।</translation>
    </message>
    <message>
        <source>The name is too long. Use up to {0} letters.</source>
        <translation>নামটি বড়। {0} অক্ষরের মধ্যে লিখুন।</translation>
    </message>
    <message>
        <source>A list of yours has this name. Choose another one.</source>
        <translation>এই নামে আপনার একটি তালিকা আছে। অন্য নাম দিন।</translation>
    </message>
    <message>
        <source>You have {0} lists, and there is no room for more. Delete one first.</source>
        <translation>আপনার {0}টি তালিকা আছে, আর জায়গা নেই। আগে একটি মুছুন।</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>নাম</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>রাখুন</translation>
    </message>
</context>
<context>
    <name>ViewsDesk</name>
    <message>
        <source>Save as my list</source>
        <translation>আমার তালিকা হিসেবে রাখুন</translation>
    </message>
    <message>
        <source>Kept with its filters and its order: {0}</source>
        <translation>ফিল্টার ও ক্রমসহ থাকবে: {0}</translation>
    </message>
</context>
<context>
    <name>ViewsDialog</name>
    <message>
        <source>My lists</source>
        <translation>আমার তালিকা</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>নাম বদলান</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>ওপরে</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>নিচে</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>মুছুন</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>They stand in this order on the left. Deleting a list deletes no complaint.</source>
        <translation>বাঁ দিকে এই ক্রমেই থাকে। তালিকা মুছলে কোনো অভিযোগ মোছে না।</translation>
    </message>
    <message>
        <source>There is none yet. Narrow a list by filters, then save it as your list.</source>
        <translation>এখনো কোনো তালিকা নেই। ফিল্টার দিয়ে একটি তালিকা ছোট করুন, তারপর আমার তালিকা হিসেবে রাখুন।</translation>
    </message>
    <message>
        <source>Rename the list</source>
        <translation>তালিকার নাম বদলান</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Office head</source>
        <translation>দপ্তর প্রধান</translation>
    </message>
    <message>
        <source>Feeder supervisor</source>
        <translation>ফিডার সুপারভাইজর</translation>
    </message>
    <message>
        <source>Feeder in-charge</source>
        <translation>ফিডার ইনচার্জ</translation>
    </message>
    <message>
        <source>Circle officer</source>
        <translation>সার্কেল কর্মকর্তা</translation>
    </message>
    <message>
        <source>Central officer</source>
        <translation>কেন্দ্রীয় কর্মকর্তা</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>ইনবক্স</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>চলমান</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>সমাধান হয়েছে</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>বাতিল হয়েছে</translation>
    </message>
    <message>
        <source>Due in an hour</source>
        <translation>১ ঘণ্টার মধ্যে শেষ</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>সময় পেরিয়েছে</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>আবার খোলা</translation>
    </message>
    <message>
        <source>All complaints</source>
        <translation>সব অভিযোগ</translation>
    </message>
    <message>
        <source>Connecting</source>
        <extracomment>The line: icon, colour token, word, meaning.</extracomment>
        <translation>সংযোগ হচ্ছে</translation>
    </message>
    <message>
        <source>You can work meanwhile</source>
        <translation>ততক্ষণ কাজ করতে পারেন</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>অনলাইন</translation>
    </message>
    <message>
        <source>Everything is sent at once</source>
        <translation>সব সঙ্গে সঙ্গে পাঠানো হয়</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>অফলাইন</translation>
    </message>
    <message>
        <source>Keep working; it is sent when the line is back</source>
        <translation>কাজ চালিয়ে যান, লাইন এলে পাঠানো হবে</translation>
    </message>
    <message>
        <source>Server silent</source>
        <translation>সার্ভার নীরব</translation>
    </message>
    <message>
        <source>Keep working; it is sent when it answers</source>
        <translation>কাজ চালিয়ে যান, সাড়া দিলে পাঠানো হবে</translation>
    </message>
    <message>
        <source>Not our server</source>
        <translation>অন্য কিছু সাড়া দিচ্ছে</translation>
    </message>
    <message>
        <source>Sign in to the Wi-Fi in a browser</source>
        <translation>ব্রাউজারে ওয়াই-ফাইতে লগইন করুন</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>লগইনের মেয়াদ শেষ</translation>
    </message>
    <message>
        <source>Keep working; sign in to send</source>
        <translation>কাজ চালিয়ে যান, পাঠাতে লগইন করুন</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>ঘড়ি ভুল</translation>
    </message>
    <message>
        <source>Set the PC&apos;s clock right</source>
        <translation>পিসির সময় ঠিক করুন</translation>
    </message>
    <message>
        <source>Old version</source>
        <translation>পুরোনো সংস্করণ</translation>
    </message>
    <message>
        <source>Install the new one to send</source>
        <translation>পাঠাতে নতুনটি ইনস্টল করুন</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>ডিস্ক ভরা</translation>
    </message>
    <message>
        <source>Make room to fetch more</source>
        <translation>আরও আনতে জায়গা খালি করুন</translation>
    </message>
</context>
</TS>
