import { seedStack } from '/work/main/seed/main.ts';
const t=Date.now();
console.log(await seedStack({ nodes:[{systems:['crm','wms'],url:'http://127.0.0.1:8055',databaseUrl:process.env['DATABASE_APP_URL']!}], password:'selvedge-demo', level: (process.argv[2] as 'demo')??'base', say:(l)=>console.log(((Date.now()-t)/1000).toFixed(1),l)}), (Date.now()-t)/1000);
